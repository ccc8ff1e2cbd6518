"""What somebody who comes along may know: when, how and where one meets, and whom to call. Nothing of the case."""

from dataclasses import dataclass
from datetime import datetime

from appointments.domain.words import phone_of, where
from appointments.enums import AppointmentStatus, Coming, ParticipantKind
from appointments.models import Participant


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """The page of a participant. ``place`` may have several lines; no name but theirs, no matter, no number."""

    name: str
    kind: ParticipantKind
    starts: datetime
    ends: datetime
    channel: str
    place: str
    jobcenter: str
    phone: str
    coming: Coming
    is_cancelled: bool
    has_begun: bool


def invitation_of(participant: Participant, now: datetime) -> Invitation:
    """What the link of ``participant`` shows."""
    appointment = participant.appointment
    return Invitation(
        name=participant.name,
        kind=ParticipantKind(participant.kind),
        starts=appointment.period.lower,
        ends=appointment.period.upper,
        channel=appointment.channel,
        place=where(appointment, with_phone=False),
        jobcenter=appointment.service.jobcenter.name,
        phone=phone_of(appointment),
        coming=Coming(participant.coming),
        is_cancelled=appointment.status == AppointmentStatus.CANCELLED,
        has_begun=appointment.period.lower <= now,
    )
