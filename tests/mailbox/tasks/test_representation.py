import pytest

from mailbox.models import Message
from mailbox.tasks import post_representation_checked
from portal.outbox.models import subscriptions
from tests.factories.representations import RepresentationFactory

pytestmark = pytest.mark.django_db


def test_handler_hears_of_its_fact():
    handlers = [subscription.handler for subscription in subscriptions.of("standing.checked")]
    assert handlers == [post_representation_checked]


def test_checked_twice_is_one_line():
    standing = RepresentationFactory()

    post_representation_checked(standing.pk)
    post_representation_checked(standing.pk)

    assert Message.objects.get().thread.person == standing.person
