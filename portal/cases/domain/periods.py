"""How long somebody may act for another person, and when both sides are told that it ends."""

import calendar
import datetime
from typing import Final

from django.db import transaction
from django.utils import timezone

from portal.cases.enums import ON_ONES_WORD
from portal.cases.models import Standing
from portal.outbox.services import publish

MONTHS: Final = (1, 3, 6, 12)  # that can be chosen
USUAL_MONTHS: Final = 6
TOLD_BEFORE: Final = datetime.timedelta(days=14)
ENDS_SOON: Final = "standing.ends_soon"


def months_later(moment: datetime.datetime, months: int) -> datetime.datetime:
    """Return the end of the day (Berlin) that lies ``months`` later, at the end of a shorter month on its last day."""
    day = timezone.localdate(moment)
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    last = calendar.monthrange(year, month)[1]
    end = datetime.datetime(year, month, min(day.day, last), 23, 59, 59)  # noqa: DTZ001 -- made aware at once
    return timezone.make_aware(end)


@transaction.atomic
def remind_of_ends(now: datetime.datetime) -> int:
    """Publish ``standing.ends_soon`` once for each grant to a helper that ends within 14 days; returns how many."""
    ending = (
        Standing.objects.valid_at(now)
        .filter(kind__in=ON_ONES_WORD)
        .filter(valid_to__lte=now + TOLD_BEFORE, reminded_at__isnull=True)
        .select_for_update(skip_locked=True, of=("self",))
    )
    for standing in ending:
        standing.reminded_at = now
        standing.save(update_fields=["reminded_at"])
        publish(ENDS_SOON, standing.pk)
    return len(ending)
