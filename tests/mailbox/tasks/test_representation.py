import pytest

from mailbox.models import Message
from mailbox.tasks import post_representation_checked
from portal.outbox.models import subscriptions
from tests.factories.cases import StandingFactory
from tests.factories.representations import RepresentationFactory

pytestmark = pytest.mark.django_db


def test_handler_hears_of_its_fact():
    handlers = [subscription.handler for subscription in subscriptions.of("standing.checked")]
    assert post_representation_checked in handlers


def test_checked_twice_is_one_line():
    standing = RepresentationFactory()

    post_representation_checked(standing.pk)
    post_representation_checked(standing.pk)

    assert Message.objects.get().thread.person == standing.person


def test_paper_of_an_organisation_is_told_as_help():
    standing = StandingFactory(adviser=True)

    post_representation_checked(standing.pk)

    assert not Message.objects.exists()
