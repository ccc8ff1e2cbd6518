"""What steps an appointment may take, and for whom."""

from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from appointments.enums import AppointmentStatus as Status
from appointments.enums import Change
from appointments.errors import NoSuchStep
from appointments.models import Appointment, AppointmentStep
from appointments.selectors.by_link import is_by_link
from portal.cases.enums import CITIZEN_ROLES, STAFF_ROLES, Role
from portal.cases.models import Actor
from portal.submissions.models import Submission

EVERYBODY: Final = CITIZEN_ROLES | STAFF_ROLES
_RELEASING: Final = EVERYBODY | {Role.SYSTEM}
TRANSITIONS: Final[dict[tuple[Status, Status], frozenset[Role]]] = {
    (Status.HELD, Status.BOOKED): EVERYBODY,
    (Status.HELD, Status.RELEASED): _RELEASING,
    (Status.RELEASED, Status.BOOKED): EVERYBODY,  # a hold that lapsed while somebody was still typing
    (Status.OFFERED, Status.BOOKED): EVERYBODY,
    (Status.OFFERED, Status.RELEASED): _RELEASING,
    (Status.OFFERED, Status.OFFERED): STAFF_ROLES,  # the same time with another colleague
    (Status.BOOKED, Status.BOOKED): _RELEASING,  # moved, another way, another colleague
    (Status.BOOKED, Status.CANCELLED): _RELEASING,
    (Status.BOOKED, Status.ATTENDED): STAFF_ROLES,
    (Status.BOOKED, Status.EXCUSED): STAFF_ROLES,
    (Status.BOOKED, Status.MISSED): STAFF_ROLES,
    # Whoever entered it may have been wrong, and a good reason may become known later (§ 32 (1) sentence 2 SGB II).
    (Status.MISSED, Status.EXCUSED): STAFF_ROLES,
    (Status.MISSED, Status.ATTENDED): STAFF_ROLES,
    (Status.ATTENDED, Status.MISSED): STAFF_ROLES,
    (Status.EXCUSED, Status.MISSED): STAFF_ROLES,
    (Status.MISSED, Status.MISSED): EVERYBODY,  # the person names a reason
    (Status.CANCELLED, Status.EXCUSED): STAFF_ROLES,
}
_SILENT: Final = frozenset({Change.HELD, Change.NEEDS, Change.OUTCOME, Change.REASON})  # no calendar changes by these


def may_step(appointment: Appointment, to: Status, actor: Actor) -> bool:
    """Whether the table has this step for this role, as the appointment stands in memory."""
    return actor.role in TRANSITIONS.get((Status(appointment.status), to), frozenset())


def advance(
    appointment: Appointment,
    to: Status,
    *,
    change: Change,
    actor: Actor,
    reason: str = "",
    submission: Submission | None = None,
    **facts: Any,
) -> AppointmentStep:
    """Move ``appointment`` to ``to``, set the fields ``facts`` with it and write the history row, which is returned.

    The only place that writes ``status``. The row is locked and read again first; ``sequence`` is raised where a
    calendar has to know (RFC 5545, 3.8.7.4). Raises NoSuchStep when it stands elsewhere by now, or the table lacks the
    step for this role, and IntegrityError (an exclusion constraint) when the time is somebody else's by now.
    """
    with transaction.atomic():
        locked = Appointment.objects.select_for_update(of=("self",)).get(pk=appointment.pk)
        before, period = Status(locked.status), locked.period
        if locked.status != appointment.status or not may_step(locked, to, actor):
            raise NoSuchStep(locked.status, to, actor.role)
        sequence = locked.sequence if change in _SILENT else locked.sequence + 1
        changed = {"status": to, "sequence": sequence, "updated_at": timezone.now(), **facts}
        for name, value in changed.items():
            setattr(locked, name, value)
        locked.save(update_fields=list(changed))
        step = AppointmentStep.objects.create(
            appointment=locked,
            change=change,
            from_status=before,
            to_status=to,
            period=period,
            actor_role=actor.role,
            membership_id=actor.membership_id,
            reason=reason,
            submission=submission,
            is_by_link=is_by_link(actor),
        )
    for name, value in changed.items():
        setattr(appointment, name, value)
    return step
