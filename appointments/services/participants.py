"""Bringing somebody along (§ 13 (4) SGB X): invite by name, take back, and their answer by a link of their own."""

from typing import Final

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from appointments.domain.links import actor_of_participant
from appointments.enums import AppointmentStatus, Coming, ParticipantKind
from appointments.errors import LinkNotValid, NoSuchStep, TooLate, TooManyParticipants
from appointments.events import PARTICIPANT_ADDED, PARTICIPANT_ANSWERED, PARTICIPANT_REMOVED
from appointments.models import Appointment, Participant
from appointments.services.deeds import current, require_to_come
from mailbox.domain.drafting import clean_subject
from portal.audit.services import record
from portal.cases.models import Actor

MOST: Final = 5  # at one appointment; more do not fit into a room


@transaction.atomic
def add_participant(*, actor: Actor, appointment: Appointment, kind: str, name: str) -> Participant:
    """Invite somebody along; returns them, for their link. The same name and kind again: the same one.

    Nobody is written to: the person hands the link on. Raises NotPermitted, TooLate, NoSuchStep, TooManyParticipants.
    """
    now = current(actor, appointment)
    require_to_come(now)
    if now.status != AppointmentStatus.BOOKED:
        raise NoSuchStep(now.status, AppointmentStatus.BOOKED, actor.role)
    invited = list(now.participants.filter(removed_at=None))
    wanted = (
        ParticipantKind(kind) if kind in ParticipantKind.values else ParticipantKind.COMPANION,
        clean_subject(name),
    )
    known = next((each for each in invited if (each.kind, each.name) == wanted), None)
    if known is not None:
        return known
    if len(invited) >= MOST:
        raise TooManyParticipants
    participant = Participant.objects.create(
        appointment=now, kind=wanted[0], name=wanted[1], added_by_office=actor.is_staff
    )
    record(actor, PARTICIPANT_ADDED, subject=participant, case_id=now.case_id)
    return participant


@transaction.atomic
def remove_participant(*, actor: Actor, participant: Participant) -> None:
    """Take an invitation back; its link ends at once. Twice is the same as once. Raises NotPermitted."""
    now = current(actor, participant.appointment)
    invited = Participant.objects.filter(pk=participant.pk, removed_at=None)
    if invited.update(removed_at=timezone.now(), link_version=F("link_version") + 1):
        record(actor, PARTICIPANT_REMOVED, subject=participant, case_id=now.case_id)


@transaction.atomic
def answer_participation(*, participant: Participant, coming: bool) -> Participant:
    """Keep whether they come; they may change their mind until the beginning. ``participant`` has come by their link.

    Raises LinkNotValid (they were taken back meanwhile), TooLate (it has begun or was called off).
    """
    found = Participant.objects.select_for_update(of=("self",)).select_related("appointment")
    invited = found.filter(pk=participant.pk, removed_at=None).first()
    if invited is None:
        raise LinkNotValid
    require_to_come(invited.appointment)
    if invited.appointment.status != AppointmentStatus.BOOKED:
        raise TooLate
    invited.coming = Coming.YES if coming else Coming.NO
    invited.answered_at = timezone.now()
    invited.save(update_fields=["coming", "answered_at"])
    case_id = invited.appointment.case_id
    record(actor_of_participant(invited), PARTICIPANT_ANSWERED, subject=invited, case_id=case_id)
    return invited
