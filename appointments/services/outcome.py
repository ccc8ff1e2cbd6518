"""How an appointment went: the person was there, is excused, or has not come. Entered by people, corrected by people.

It is a record and no decision. Whether anything follows from it is decided elsewhere, after a hearing (§ 24 SGB X).
"""

from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from appointments.domain.letters import calls_to
from appointments.domain.lifecycle import advance
from appointments.domain.missed import Earlier, warning_for
from appointments.enums import OVER, AppointmentStatus, Change, MissedWarning
from appointments.errors import NotBegun, ReasonMissing, WarningNotSeen
from appointments.events import APPOINTMENT_OUTCOME
from appointments.models import Appointment, AppointmentStep
from appointments.permissions import may_arrange
from appointments.selectors.missed import earlier_of_person
from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.outbox.services import publish

LONGEST_WORDS: Final = 2000


@transaction.atomic
def record_outcome(
    *,
    actor: Actor,
    appointment: Appointment,
    outcome: AppointmentStatus,
    reason: str = "",
    words: str = "",
    is_later_that_day: bool = False,
    warned_of: MissedWarning | None = None,
) -> AppointmentStep:
    """Enter how it went, or correct what was entered; returns the row of the history.

    ``reason``: the person's, in their words; kept with the appointment. ``words``: why it is corrected, or how the
    person was asked before they are entered as missing. ``is_later_that_day``: they came at another time of the same
    day, which is enough (§ 309 (3) S. 2 SGB III). ``warned_of``: what the page before has warned of. Publishes
    ``appointment.changed``.

    Raises NotPermitted; NotBegun; ReasonMissing without words for a correction or for a missed one; WarningNotSeen when
    what was read is not what holds now; NoSuchStep for an outcome it cannot have.
    """
    if actor.membership_id is None or not may_arrange(actor, appointment.case, appointment.person):
        raise NotPermitted(appointment.case_id)
    locked = Appointment.objects.select_for_update(of=("self",)).get(pk=appointment.pk)
    if locked.status == AppointmentStatus.BOOKED and locked.period.lower > timezone.now():
        raise NotBegun
    said, wanted = words.strip()[:LONGEST_WORDS], AppointmentStatus(outcome)
    if not said and (locked.status in OVER or wanted == AppointmentStatus.MISSED):
        raise ReasonMissing
    if wanted == AppointmentStatus.MISSED and warned_of != warning_before_missing(locked):
        raise WarningNotSeen
    facts: dict[str, Any] = {"ended_reason": reason.strip()[:LONGEST_WORDS]} if reason.strip() else {}
    step = advance(
        locked,
        wanted,
        change=Change.OUTCOME,
        actor=actor,
        reason=_came_later(said) if is_later_that_day else said,
        **facts,
    )
    record(actor, APPOINTMENT_OUTCOME, subject=locked, case_id=locked.case_id)
    publish("appointment.changed", locked.pk)
    appointment.status, appointment.ended_reason = locked.status, locked.ended_reason
    return step


def warning_before_missing(appointment: Appointment) -> MissedWarning:
    """What to warn of before ``appointment`` is entered as missed, as things stand now. Four SQL at most.

    A summons counts for the time it names: one that was moved after it was sent called nobody to the new time.
    """
    earlier = [
        Earlier(each.period.lower, each.status, is_summoned=calls_to(each)) for each in earlier_of_person(appointment)
    ]
    return warning_for(appointment.period.lower, is_summoned=calls_to(appointment), earlier=earlier)


def _came_later(words: str) -> str:
    later = _("Kam später am selben Tag (§ 309 Abs. 3 Satz 2 SGB III).")
    return f"{later} {words}".strip()
