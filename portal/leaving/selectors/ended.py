"""Cases that have been kept for as long as they may."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from applications.law.dates import day_of
from applications.law.retention import kept_until, notice_span
from applications.models import Application, Draft
from portal.cases.enums import CaseStatus
from portal.cases.models import Case

AT_ONCE = 100  # an hour later come the next


def cases_to_erase(now: datetime) -> list[Case]:
    """Return ended cases whose time is over, where the copies of all applications were told of long enough before.

    Without a notice nothing is deleted (§ 36a(2b) SGB I): a case with nothing to tell of stays, for people to decide.
    Where somebody is filling something in, that is sent or expires first. One SQL.
    """
    today = day_of(now)
    sent = Application.objects.filter(case=OuterRef("pk"))
    told_late = Q(copy_told_at__isnull=True) | Q(copy_told_at__gt=now - notice_span(today))
    not_over = Q(copy_told_until__isnull=True) | Q(copy_told_until__gte=today)
    drafts = Draft.objects.filter(case=OuterRef("pk"), cleared_at__isnull=True)
    ended = Case.objects.filter(Exists(sent), ~Exists(sent.filter(told_late | not_over)), status=CaseStatus.CLOSED)
    return [
        case
        for case in ended.filter(~Exists(drafts)).order_by("closed_at")[:AT_ONCE]
        if case.closed_at is not None and kept_until(day_of(case.closed_at), today) < today
    ]
