"""Copies of what was sent, in cases whose time to be kept is nearly over."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import F, Q

from applications.law.dates import BERLIN, MONTHS_PER_YEAR, add_months
from applications.law.parameter import whole
from applications.law.retention import notice_span
from applications.models import Application
from portal.cases.enums import CaseStatus

AT_ONCE = 500  # cases; tomorrow come the next


def cases_with_copies_ending(today: date) -> list[UUID]:
    """Return ended cases that are kept no longer than the notice takes, and of which somebody was not told. One SQL."""
    years = whole("retention.case_years_after_end", today)
    last = add_months(today + notice_span(today), -MONTHS_PER_YEAR * years) + timedelta(days=1)
    before = datetime.combine(last, time.min, tzinfo=BERLIN)
    untold = Q(copy_told_at__isnull=True) | Q(copy_told_at__lt=F("case__closed_at"))
    ending = Application.objects.filter(untold, case__status=CaseStatus.CLOSED, case__closed_at__lt=before)
    return list(ending.order_by("case").values_list("case_id", flat=True).distinct()[:AT_ONCE])
