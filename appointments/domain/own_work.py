"""Which cases are a member of staff's own work because of an appointment: whoever talks to somebody prepares for it."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from django.db.models import F, Func, Q
from django.utils import timezone

from appointments.enums import OVER, AppointmentStatus
from appointments.models import Appointment
from portal.accounts.models import Absence
from portal.cases.models import Actor

STILL_AT_IT: Final = timedelta(days=7)  # what was agreed is written down, the outcome corrected


def is_own_work(actor: Actor, case_id: UUID) -> bool:
    """Whether the actor, or somebody for whom they stand in today, has an appointment in this case that is to come, has
    no outcome yet, or was a short while ago. One SQL.
    """
    if actor.membership_id is None or actor.jobcenter_id is None:
        return False
    today = timezone.localdate()
    away = Absence.objects.filter(deputy_id=actor.membership_id, first_day__lte=today, last_day__gte=today)
    mine = Q(membership_id=actor.membership_id) | Q(membership__in=away.values("membership"))
    recent = timezone.now() - STILL_AT_IT
    found = Appointment.objects.filter(mine, case_id=case_id, case__jobcenter_id=actor.jobcenter_id)
    dated = found.annotate(ends_at=Func(F("period"), function="upper"))
    return dated.filter(
        Q(status=AppointmentStatus.BOOKED) | Q(status__in=OVER | {AppointmentStatus.CANCELLED}, ends_at__gt=recent)
    ).exists()
