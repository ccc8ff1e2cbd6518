"""Copies of what was sent, in cases whose time to be kept is nearly over, and over."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from applications.models import Application, Draft
from portal.cases.enums import CaseStatus
from portal.cases.models import Case
from portal.law.dates import BERLIN, MONTHS_PER_YEAR, add_months, day_of
from portal.law.parameter import whole
from portal.law.retention import kept_until, notice_span

AT_ONCE = 500  # cases told of; tomorrow come the next
ERASED_AT_ONCE = 100  # an hour later come the next


def cases_with_copies_ending(today: date) -> list[UUID]:
    """Return ended cases that are kept no longer than the notice takes, and of which somebody was not told. One SQL."""
    years = whole("retention.case_years_after_end", today)
    last = add_months(today + notice_span(today), -MONTHS_PER_YEAR * years) + timedelta(days=1)
    before = datetime.combine(last, time.min, tzinfo=BERLIN)
    ending = Application.objects.filter(_untold(), case__status=CaseStatus.CLOSED, case__closed_at__lt=before)
    return list(ending.order_by("case").values_list("case_id", flat=True).distinct()[:AT_ONCE])


def cases_to_erase(now: datetime) -> list[Case]:
    """Return ended cases whose time is over, where the copies of all applications were told of long enough before.

    Without a notice nothing is deleted (§ 36a(2b) SGB I): a case with nothing to tell of stays, for people to decide.
    Where somebody is filling something in, that is sent or expires first. One SQL.
    """
    today = day_of(now)
    sent = Application.objects.filter(case=OuterRef("pk"))
    told_late = _untold() | Q(copy_told_at__gt=now - notice_span(today))
    not_over = Q(copy_told_until__isnull=True) | Q(copy_told_until__gte=today)
    drafts = Draft.objects.filter(case=OuterRef("pk"), cleared_at__isnull=True)
    ended = Case.objects.filter(Exists(sent), ~Exists(sent.filter(told_late | not_over)), status=CaseStatus.CLOSED)
    return [
        case
        for case in ended.filter(~Exists(drafts)).order_by("closed_at")[:ERASED_AT_ONCE]
        if case.closed_at is not None and kept_until(day_of(case.closed_at), today) < today
    ]


def _untold() -> Q:
    """Whether nobody was told, or only of an earlier end, before the case was opened again."""
    return Q(copy_told_at__isnull=True) | Q(copy_told_at__lt=F("case__closed_at"))
