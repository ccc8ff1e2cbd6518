"""What every change of an appointment has in common: asked once, done once, handed in or told, written down."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from django.utils import timezone

from appointments.domain.letters import letter_in_words
from appointments.domain.lifecycle import advance
from appointments.domain.telling import tell_person, was_told
from appointments.domain.words import receipt_content, receipt_data
from appointments.enums import OVER, AppointmentStatus, Change
from appointments.errors import TooLate
from appointments.models import Appointment, AppointmentStep
from appointments.permissions import may_change
from appointments.selectors.by_link import is_by_link
from portal.audit.events import EventType
from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.cases.services import locked
from portal.outbox.services import publish
from portal.submissions.enums import SubmissionKind
from portal.submissions.models import Submission
from portal.submissions.services import receive_submission

_LOADED = ("case__jobcenter", "person", "service__jobcenter", "office", "room", "membership__team__office")
_CHANGES_TIME: Final = frozenset({Change.MOVED, Change.CHANNEL, Change.CANCELLED})  # or how to meet


def current(actor: Actor, appointment: Appointment) -> Appointment:
    """The appointment as it is now; nothing else happens on its case until the end of the transaction.

    Raises NotPermitted.
    """
    locked(appointment.case)
    now = Appointment.objects.select_for_update(of=("self",)).select_related(*_LOADED).get(pk=appointment.pk)
    if not may_change(actor, now):
        raise NotPermitted(now.case_id)
    return now


def is_done(appointment: Appointment, token: UUID | str) -> bool:
    """Whether this was asked for with the same token before. Raises NotPermitted for that of another appointment."""
    step = AppointmentStep.objects.filter(submission__token=str(token)).first()
    if step is not None and step.appointment_id != appointment.pk:
        raise NotPermitted(appointment.case_id)
    return step is not None or was_told(token)


def require_to_come(appointment: Appointment) -> None:
    """Raises TooLate for what has begun or is over."""
    if appointment.status in OVER or appointment.period.lower <= timezone.now():
        raise TooLate


def change_to(  # noqa: PLR0913 -- what makes a deed, each by name
    appointment: Appointment,
    status: AppointmentStatus,
    *,
    actor: Actor,
    change: Change,
    event: EventType,
    token: UUID | str,
    former: str = "",
    reason: str = "",
    document_ids: Sequence[UUID] = (),
    **facts: Any,
) -> Appointment:
    """Take the step and keep ``facts`` with it: a person's deed is handed in, the office's is told to the person.

    ``former``: the time before, in words. Raises NoSuchStep, IntegrityError (an exclusion constraint), and as
    `receive_submission`.
    """
    for name, value in facts.items():
        setattr(appointment, name, value)  # the receipt says what it is now
    submission = None
    if actor.is_citizen:
        submission = _hand_in(appointment, change, actor, token, former, reason, document_ids)
    advance(appointment, status, change=change, actor=actor, reason=reason, submission=submission, **facts)
    if submission is None:
        tell_person(appointment, change, token=token, former=former, words=reason)
    record(actor, event, subject=appointment, case_id=appointment.case_id)
    if change is not Change.REASON:
        publish("appointment.changed", appointment.pk)
    return appointment


def _hand_in(
    appointment: Appointment,
    change: Change,
    actor: Actor,
    token: UUID | str,
    former: str,
    reason: str,
    document_ids: Sequence[UUID],
) -> Submission:
    is_off = change is Change.CANCELLED
    letter = letter_in_words(appointment, appointment.summons, is_cancelled=is_off) if change in _CHANGES_TIME else ""
    return receive_submission(
        actor=actor,
        kind=SubmissionKind.APPOINTMENT,
        title=str(change.label),
        case=appointment.case,
        person=appointment.person,
        content=receipt_content(
            appointment, change, former=former, reason=reason, letter=letter, is_by_link=is_by_link(actor)
        ),
        data=receipt_data(appointment, change, reason=reason),
        document_ids=document_ids,
        token=token,
    )
