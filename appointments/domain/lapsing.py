"""Held times that nobody took are free again."""

from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction

from appointments.domain.booking import release
from appointments.enums import TENTATIVE
from appointments.models import Appointment
from portal.cases.models import system_actor

AT_ONCE: Final = 500
_LAPSING: Final = system_actor("appointments.lapsing")


def release_lapsed(now: datetime) -> int:
    """Give back what was held or offered until ``now`` at the latest; returns how many times.

    Each in a transaction of its own; what somebody is agreeing on at this moment is left for them.
    """
    due = Appointment.objects.filter(status__in=TENTATIVE, held_until__lte=now).values_list("pk", flat=True)
    return sum(_release(pk, now) for pk in list(due[:AT_ONCE]))


@transaction.atomic
def _release(pk: UUID, now: datetime) -> bool:
    waiting = Appointment.objects.filter(pk=pk, status__in=TENTATIVE, held_until__lte=now)
    appointment = waiting.select_for_update(of=("self",), skip_locked=True).first()
    if appointment is None:
        return False
    release(appointment, actor=_LAPSING)
    return True
