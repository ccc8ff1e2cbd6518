import uuid

import pytest

from mailbox.domain.letter_notice import Told, accounts_addressed, tell_next
from portal.notices.enums import ConsentKind
from portal.notices.models import Dispatch
from tests.factories.consents import agreeing
from tests.factories.decisions import house
from tests.factories.representations import RepresentationFactory

pytestmark = pytest.mark.django_db


def test_nobody_to_tell_means_the_post():
    assert tell_next([], case_id=uuid.uuid4(), subject_id=uuid.uuid4()) == Told(by_post="no_account")


def test_each_run_tells_one_and_the_last_record_counts():
    there, subject = house(), uuid.uuid4()
    both = [there.person.user, RepresentationFactory(person=there.person).user]
    agreeing(both[1], ConsentKind.ELECTRONIC_DECISIONS)
    about = {"case_id": there.case.pk, "subject_id": subject}
    receivers = [user.pk for user in both]

    assert tell_next(receivers, **about) == Told(is_more=True)
    told = tell_next(receivers, **about)

    assert told.last == Dispatch.objects.get(user=both[1])
    assert tell_next(receivers, **about) == told


def test_person_is_addressed_when_nobody_represents():
    there = house()
    represents = RepresentationFactory(person=there.person)

    assert accounts_addressed([], there.person) == [there.person.user_id]
    assert accounts_addressed([represents.pk], there.person) == [represents.user_id]
