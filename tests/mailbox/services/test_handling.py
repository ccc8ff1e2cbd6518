import pytest
from django.utils import timezone

from mailbox.enums import NoteKind, Topic
from mailbox.errors import NothingToDo, ReasonMissing, TeamElsewhere
from mailbox.models import Note, Thread, ThreadStep
from mailbox.services import move_thread, need_no_answer, write_note
from portal.audit.models import AuditEvent
from portal.cases.errors import NotPermitted
from tests.factories.accounts import StaffMembershipFactory, TeamFactory
from tests.factories.cases import CaseFactory, claimant_actor, staff_actor
from tests.factories.mailbox import ThreadFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def thread():
    return ThreadFactory(waiting_since=timezone.now())


@pytest.fixture
def office(thread):
    return staff_actor(StaffMembershipFactory(jobcenter=thread.case.jobcenter))


def events(thread):
    return list(AuditEvent.objects.filter(case_id=thread.case_id).values_list("event", flat=True))


def test_moved_thread_lies_there_keeps_its_clock_and_says_why(thread, office):
    team = TeamFactory(jobcenter=thread.case.jobcenter)

    step = move_thread(actor=office, thread=thread, team=team, topic=Topic.WORK, reason=" Vermittlung ")

    moved = Thread.objects.get(pk=thread.pk)
    assert (moved.team, moved.topic, moved.waiting_since) == (team, Topic.WORK, thread.waiting_since)
    assert (step.from_team_id, step.to_team_id, step.from_topic, step.reason) == (None, team.pk, "other", "Vermittlung")
    assert events(thread) == ["mailbox.thread_moved"]


def test_move_needs_a_reason_a_team_of_the_house_and_another_place(thread, office):
    team = TeamFactory(jobcenter=thread.case.jobcenter)
    for situation, fields in (
        (ReasonMissing, {"team": team, "reason": " "}),
        (TeamElsewhere, {"team": TeamFactory(), "reason": "x"}),
        (NothingToDo, {"team": None, "reason": "x"}),
    ):
        with pytest.raises(situation):
            move_thread(actor=office, thread=thread, topic=Topic.OTHER, **fields)
    assert not ThreadStep.objects.exists()


def test_no_answer_ends_the_waiting_once(thread, office):
    need_no_answer(actor=office, thread=thread)

    assert Thread.objects.get(pk=thread.pk).waiting_since is None
    assert events(thread) == ["mailbox.no_answer_needed"]
    with pytest.raises(NothingToDo):
        need_no_answer(actor=office, thread=thread)


def test_note_belongs_to_case_and_conversation(thread, office):
    note = write_note(actor=office, case=thread.case, thread=thread, kind=NoteKind.SOCIAL_WORK, body=" Kind krank ")

    assert (note.body, note.author_id, note.thread_id) == ("Kind krank", office.membership_id, thread.pk)
    with pytest.raises(ReasonMissing):
        write_note(actor=office, case=thread.case, kind=NoteKind.BENEFIT, body="")


def test_nobody_else_handles_a_conversation(thread):
    for actor in (staff_actor(StaffMembershipFactory()), claimant_actor(thread.case)):
        with pytest.raises(NotPermitted):
            need_no_answer(actor=actor, thread=thread)
        with pytest.raises(NotPermitted):
            write_note(actor=actor, case=thread.case, kind=NoteKind.BENEFIT, body="x")
    assert not Note.objects.exists()


def test_note_beside_a_conversation_of_another_case_is_refused(thread, office):
    with pytest.raises(NotPermitted):
        write_note(
            actor=office,
            case=CaseFactory(jobcenter=thread.case.jobcenter),
            thread=thread,
            kind=NoteKind.BENEFIT,
            body="x",
        )
