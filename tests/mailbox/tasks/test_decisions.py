import uuid

import pytest

from mailbox.tasks import (
    notify_of_decision,
    tell_person_of_copy,
    tell_unchecked_representatives,
)
from portal.notices.enums import ConsentKind, Template
from portal.notices.models import Dispatch
from portal.outbox.enums import Priority
from portal.outbox.models import subscriptions
from portal.outbox.services import deliver_due
from tests.factories.consents import agreeing
from tests.factories.decisions import house, released
from tests.factories.representations import RepresentationFactory

pytestmark = pytest.mark.django_db


def told():
    return {(each.user, each.template) for each in Dispatch.objects.all()}


def test_notice_goes_before_everything_else_that_waits():
    first = {entry.handler: entry.priority for entry in subscriptions.of("decision.released")}

    assert first[notify_of_decision] == Priority.FIRST


def test_deleted_decision_is_told_to_nobody():
    for handler in (notify_of_decision, tell_person_of_copy, tell_unchecked_representatives):
        handler(uuid.uuid4())

    assert told() == set()


def test_person_under_reservation_is_not_told_of_a_copy():
    there = house()
    guardian = RepresentationFactory(person=there.person, has_reservation=True)
    agreeing(guardian.user, ConsentKind.ELECTRONIC_DECISIONS)
    agreeing(there.person.user)
    released(there)
    deliver_due()

    assert told() == {(guardian.user, Template.NEW_DECISION)}


def test_who_represents_by_the_persons_word_is_told_beside_her():
    there = house()
    waits = RepresentationFactory(person=there.person, authorised=True, unchecked=True, scopes=["read_postbox"])
    agreeing(waits.user)
    released(there)
    deliver_due()

    assert told() == {
        (there.person.user, Template.NEW_DECISION),
        (waits.user, Template.NEW_MESSAGE_FOR_ANOTHER),
    }
