"""How long somebody may act for another person, and when both sides are told that it ends."""

import calendar
import datetime
from typing import Final

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from portal.cases.enums import ON_ONES_WORD, StandingKind
from portal.cases.models import Standing
from portal.outbox.services import publish

MONTHS: Final = (1, 3, 6, 12)  # that can be chosen
USUAL_MONTHS: Final = 6
TOLD_BEFORE: Final = datetime.timedelta(days=14)
ADVISERS_TOLD_BEFORE: Final = datetime.timedelta(days=30)  # a new paper takes its time
ENDS_SOON: Final = "standing.ends_soon"


def months_later(moment: datetime.datetime, months: int) -> datetime.datetime:
    """Return the end of the day (Berlin) that lies ``months`` later, at the end of a shorter month on its last day."""
    day = timezone.localdate(moment)
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    last = calendar.monthrange(year, month)[1]
    end = datetime.datetime(year, month, min(day.day, last), 23, 59, 59)  # noqa: DTZ001 -- made aware at once
    return timezone.make_aware(end)


def told_before(kind: str) -> datetime.timedelta:
    """Return how long before its end both sides of a grant of this kind are told."""
    return ADVISERS_TOLD_BEFORE if kind == StandingKind.ADVISER else TOLD_BEFORE


@transaction.atomic
def remind_of_ends(now: datetime.datetime) -> int:
    """Publish ``standing.ends_soon`` once for each grant that ends soon (`told_before`); returns how many."""
    ending = (
        Standing.objects.valid_at(now)
        .filter(kind__in=ON_ONES_WORD)
        .filter(_ends_by(now), reminded_at__isnull=True)
        .select_for_update(skip_locked=True, of=("self",))
    )
    for standing in ending:
        standing.reminded_at = now
        standing.save(update_fields=["reminded_at"])
        publish(ENDS_SOON, standing.pk)
    return len(ending)


def _ends_by(now: datetime.datetime) -> Q:
    of_organisations = Q(kind=StandingKind.ADVISER, valid_to__lte=now + ADVISERS_TOLD_BEFORE)
    return of_organisations | Q(valid_to__lte=now + TOLD_BEFORE)
