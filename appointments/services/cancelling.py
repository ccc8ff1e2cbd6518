"""Calling an appointment off, and saying why one was not there."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from appointments.domain.earlier import follow_time
from appointments.enums import AppointmentStatus as Status
from appointments.enums import Change
from appointments.errors import NoSuchStep
from appointments.events import APPOINTMENT_CANCELLED, REASON_NAMED
from appointments.models import Appointment
from appointments.services.deeds import change_to, current, is_done, require_to_come
from mailbox.domain.drafting import clean_text
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.documents.models import Document
from portal.outbox.services import publish


@transaction.atomic
def cancel_appointment(
    *,
    actor: Actor,
    appointment: Appointment,
    token: UUID | str,
    reason: str = "",
    document_ids: Sequence[UUID] = (),
) -> Appointment:
    """Call an agreed appointment off; returns it. No reason and no proof is ever needed; both are handed in with it.

    The time is free from then on, and links end. The same ``token``: once. Raises NotPermitted, TooLate, NoSuchStep,
    DocumentNotThere.
    """
    now = current(actor, appointment)
    if is_done(now, token):
        return now
    require_to_come(now)
    if now.status != Status.BOOKED:
        raise NoSuchStep(now.status, Status.CANCELLED, actor.role)
    words = clean_text(reason)
    documents = _own_documents(now, document_ids)
    change_to(
        now,
        Status.CANCELLED,
        actor=actor,
        change=Change.CANCELLED,
        event=APPOINTMENT_CANCELLED,
        token=token,
        reason=words,
        document_ids=document_ids,
        ended_reason=words,
        link_version=now.link_version + 1,
    )
    now.proofs.add(*documents)
    follow_time(now, actor=actor)
    publish("appointment.freed", now.pk)
    return now


@transaction.atomic
def name_reason(
    *,
    actor: Actor,
    appointment: Appointment,
    reason: str,
    token: UUID | str,
    document_ids: Sequence[UUID] = (),
) -> Appointment:
    """Say why one was not there, with proof if there is any; returns the appointment, where it stands.

    Possible from the beginning of an appointment on, whether staff have entered that it was missed or not yet. What
    follows from it a person decides. The same ``token``: once. Raises NotPermitted, NoSuchStep, DocumentNotThere.
    """
    now = current(actor, appointment)
    if is_done(now, token):
        return now
    status = Status(now.status)
    has_begun = now.period.lower <= timezone.now()
    if status != Status.MISSED and not (status == Status.BOOKED and has_begun):
        raise NoSuchStep(now.status, Status.MISSED, actor.role)
    words = clean_text(reason)
    documents = _own_documents(now, document_ids)
    change_to(
        now,
        status,
        actor=actor,
        change=Change.REASON,
        event=REASON_NAMED,
        token=token,
        reason=words,
        document_ids=document_ids,
        ended_reason=words,
    )
    now.proofs.add(*documents)
    return now


def _own_documents(appointment: Appointment, document_ids: Sequence[UUID]) -> list[Document]:
    """The papers that prove it, all of this case. Raises NotPermitted."""
    known = list(Document.objects.filter(pk__in=document_ids, case=appointment.case_id, removed_at=None))
    if len(known) != len(set(document_ids)):
        raise NotPermitted(appointment.case_id)
    return known
