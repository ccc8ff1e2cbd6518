import pytest

from mailbox.enums import NoteKind
from mailbox.selectors import notes_of_case, steps_of
from mailbox.services import move_thread, write_note
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import claimant_actor, staff_actor
from tests.factories.mailbox import ThreadFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def thread():
    return ThreadFactory()


@pytest.fixture
def office(thread):
    return staff_actor(StaffMembershipFactory(jobcenter=thread.case.jobcenter))


def test_notes_are_seen_by_staff_of_the_house_alone(thread, office):
    note = write_note(actor=office, case=thread.case, kind=NoteKind.BENEFIT, body="x")
    others = (staff_actor(StaffMembershipFactory()), claimant_actor(thread.case))

    assert list(notes_of_case(office, thread.case_id)) == [note]
    assert [list(notes_of_case(actor, thread.case_id)) for actor in others] == [[], []]


def test_steps_come_newest_first(thread, office):
    steps = [
        move_thread(actor=office, thread=thread, team=None, topic=topic, reason="x") for topic in ("work", "money")
    ]

    assert list(steps_of(thread)) == steps[::-1]
