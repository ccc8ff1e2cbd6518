"""Signed links to one appointment, without signing in: for the person, and for who comes along.

A link names its appointment and a version. It ends a day after the appointment, and when the version is raised: with
every change of time or way the former link has had its day, so that an old mail can neither cancel nor move again.
"""

from datetime import timedelta
from types import MappingProxyType
from typing import Final
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse
from django.utils import timezone

from appointments.enums import TENTATIVE, AppointmentStatus
from appointments.errors import LinkNotValid
from appointments.events import LINK_OPENED, PARTICIPANT_SAW
from appointments.models import Appointment, Participant
from appointments.selectors.by_link import BY_LINK
from portal.audit.services import record
from portal.cases.enums import Role, Scope
from portal.cases.models import Actor

VALID_AFTERWARDS: Final = timedelta(days=1)
NOT_AGREED: Final = TENTATIVE | {AppointmentStatus.RELEASED}
_PERSON: Final = "appointments.link"  # salts: a link of one kind opens nothing of the other
_PARTICIPANT: Final = "appointments.participant_link"


def link_for(appointment: Appointment) -> str:
    """The part of the address that opens this appointment for the person; good until it is changed or over."""
    return _sign(_PERSON, appointment.pk, appointment.link_version)


def link_address(appointment: Appointment) -> str:
    """The whole address, for what leaves the portal: a calendar entry, a printed page."""
    return f"{settings.PORTAL.base_url}{reverse('appointments:link', args=[link_for(appointment)])}"


def participant_link(participant: Participant) -> str:
    """The same for somebody who comes along. It stays good when the appointment is moved."""
    return _sign(_PARTICIPANT, participant.pk, participant.link_version)


def actor_by_link(appointment: Appointment) -> Actor:
    """Who holds the link of this appointment: a guest who may change it and add papers, nothing else of the case."""
    return Actor(
        role=Role.GUEST,
        key=str(appointment.pk),
        scopes=MappingProxyType({appointment.case_id: frozenset({Scope.APPOINTMENTS, Scope.UPLOAD})}),
        purpose=BY_LINK,
    )


def open_link(token: str) -> tuple[Actor, Appointment]:
    """Who holds this link, and to which appointment; the opening is audited. Raises LinkNotValid."""
    pk, version = _read(_PERSON, token)
    found = Appointment.objects.select_related("case", "person", "service", "office", "room", "membership__team")
    appointment = found.filter(pk=pk, link_version=version).exclude(status__in=NOT_AGREED).first()
    if appointment is None or is_over(appointment):
        raise LinkNotValid
    actor = actor_by_link(appointment)
    record(actor, LINK_OPENED, subject=appointment, case_id=appointment.case_id)
    return actor, appointment


def open_participant_link(token: str) -> Participant:
    """Whom this link was given, with the appointment; the opening is audited. Raises LinkNotValid."""
    pk, version = _read(_PARTICIPANT, token)
    found = Participant.objects.select_related(
        "appointment__service", "appointment__office", "appointment__room", "appointment__membership__team"
    )
    participant = found.filter(pk=pk, link_version=version, removed_at=None).first()
    if participant is None or is_over(participant.appointment):
        raise LinkNotValid
    actor = actor_of_participant(participant)
    record(actor, PARTICIPANT_SAW, subject=participant, case_id=participant.appointment.case_id)
    return participant


def actor_of_participant(participant: Participant) -> Actor:
    """Who comes along, for the audit trail: without any right in the case."""
    return Actor(role=Role.GUEST, key=str(participant.pk), purpose="participant_link")


def is_over(appointment: Appointment) -> bool:
    """Whether links to it have ended with it."""
    return appointment.period.upper + VALID_AFTERWARDS < timezone.now()


def _sign(salt: str, pk: UUID, version: int) -> str:
    return Signer(salt=salt).sign_object([pk.hex, version])


def _read(salt: str, token: str) -> tuple[UUID, int]:
    try:
        pk, version = Signer(salt=salt).unsign_object(token)
        return UUID(pk), int(version)
    except (BadSignature, ValueError, TypeError) as error:
        raise LinkNotValid from error
