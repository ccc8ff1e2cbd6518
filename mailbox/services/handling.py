"""What the office does with a conversation without writing to the person: move it, close it, note something."""

from uuid import UUID

from django.db import transaction

from mailbox.enums import NoteKind, ThreadStepKind, Topic
from mailbox.errors import NothingToDo, ReasonMissing, TeamElsewhere
from mailbox.events import NO_ANSWER_NEEDED, NOTE_WRITTEN, THREAD_MOVED
from mailbox.models import Note, Thread, ThreadStep
from mailbox.permissions import may_handle
from portal.accounts.models import Team
from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor, Case


@transaction.atomic
def move_thread(*, actor: Actor, thread: Thread, team: Team | None, topic: Topic, reason: str) -> ThreadStep:
    """Give a conversation to another team, to another topic, or both; ``team`` None: to whom the topic belongs.

    How long the person has been waiting stays. Raises NotPermitted, TeamElsewhere, ReasonMissing, and NothingToDo
    when it lies there already.
    """
    locked, hand = _locked(actor, thread)
    if team is not None and team.jobcenter_id != locked.case.jobcenter_id:
        raise TeamElsewhere
    if not reason.strip():
        raise ReasonMissing
    if (locked.team_id, locked.topic) == (team.pk if team else None, topic):
        raise NothingToDo
    step = ThreadStep.objects.create(
        thread=locked,
        kind=ThreadStepKind.MOVED,
        from_team_id=locked.team_id,
        to_team=team,
        from_topic=locked.topic,
        to_topic=topic,
        membership_id=hand,
        reason=reason.strip(),
    )
    locked.team, locked.topic = team, topic
    locked.save(update_fields=["team", "topic"])
    record(actor, THREAD_MOVED, subject=locked, case_id=locked.case_id)
    return step


@transaction.atomic
def need_no_answer(*, actor: Actor, thread: Thread) -> ThreadStep:
    """Note that nobody waits for an answer any more. Raises NotPermitted, NothingToDo."""
    locked, hand = _locked(actor, thread)
    if locked.waiting_since is None:
        raise NothingToDo
    step = ThreadStep.objects.create(
        thread=locked,
        kind=ThreadStepKind.NO_ANSWER,
        from_team_id=locked.team_id,
        to_team_id=locked.team_id,
        from_topic=locked.topic,
        to_topic=locked.topic,
        membership_id=hand,
    )
    locked.waiting_since = None
    locked.save(update_fields=["waiting_since"])
    record(actor, NO_ANSWER_NEEDED, subject=locked, case_id=locked.case_id)
    return step


@transaction.atomic
def write_note(*, actor: Actor, case: Case, kind: NoteKind, body: str, thread: Thread | None = None) -> Note:
    """Keep a note for colleagues on the case, beside a conversation of it or by itself. It never leaves the office.

    Raises NotPermitted, also for a conversation of another case; ReasonMissing for a note without words.
    """
    if actor.membership_id is None or not may_handle(actor, case) or (thread is not None and thread.case_id != case.pk):
        raise NotPermitted(case.pk)
    if not body.strip():
        raise ReasonMissing
    note = Note.objects.create(case=case, thread=thread, kind=kind, body=body.strip(), author_id=actor.membership_id)
    record(actor, NOTE_WRITTEN, subject=note, case_id=case.pk)
    return note


def _locked(actor: Actor, thread: Thread) -> tuple[Thread, UUID]:
    """The conversation and whose hand is on it."""
    locked = Thread.objects.select_for_update(of=("self",)).select_related("case").get(pk=thread.pk)
    if actor.membership_id is None or not may_handle(actor, locked.case):
        raise NotPermitted(locked.case_id)
    return locked, actor.membership_id
