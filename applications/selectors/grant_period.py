"""Reads of grant periods: of each case the entry that counts, and those before it."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q

from applications.enums import ApplicationStatus
from applications.models import Application, GrantPeriod
from applications.models.grant_period import GrantPeriodQuerySet
from portal.cases.enums import Scope
from portal.cases.models import Actor
from portal.cases.selectors import cases_visible_to
from portal.law.dates import BERLIN, add_months, day_of
from portal.law.parameter import whole

RENEWAL = "renewal"  # the key of catalogue.renewal, which need not be loaded to read a period


def grant_periods_visible_to(actor: Actor) -> GrantPeriodQuerySet:
    """Return what ``actor`` may read: citizens where they may read decisions, staff where they see the case."""
    periods = GrantPeriod.objects.all()
    if actor.is_citizen:
        return periods.filter(case_id__in=actor.case_ids_with(Scope.READ_DECISIONS))
    return periods.filter(case__in=cases_visible_to(actor))


def period_known_to(actor: Actor, case_id: UUID) -> GrantPeriod | None:
    """Return the entry that counts in a case, as far as ``actor`` may read it. One SQL."""
    return grant_periods_visible_to(actor).filter(case_id=case_id).first()


def periods_to_renew(actor: Actor, today: date) -> list[GrantPeriod]:
    """Return the visible periods after which money should be asked for now: soon over, or over and not long ago.

    One SQL.
    """
    months = whole("procedure.wba_accept_after_end_months", today)
    found = grant_periods_visible_to(actor).current().not_renewed().filter(ends_on__lte=latest_end_to_remind_of(today))
    return [period for period in found if today <= add_months(period.ends_on, months)]


def latest_period(case_id: UUID) -> GrantPeriod | None:
    """Return the entry that counts, for rules and for what the portal does by itself. One SQL."""
    return GrantPeriod.objects.filter(case_id=case_id).first()


def period_before(application: Application) -> GrantPeriod | None:
    """Return the period that ran when the application came in, or the last one before: the one a renewal follows.

    A period that staff have entered since, because they have granted what was asked for, is not it. One SQL.
    """
    began = Q(starts_on__lte=day_of(application.received_at))
    known = Q(entered_at__lte=application.received_at)
    found = GrantPeriod.objects.filter(began & known | Q(renewed_by=application), case_id=application.case_id)
    return found.first()


def renewal_before(case_id: UUID, *, starts_on: date, ends_on: date) -> Application | None:
    """Return the renewal that came in before a period was entered and asks for more after it; None without one.

    It belongs to no entry yet, was not withdrawn, came while the period ran or not long after, and not so early that it
    rather led to this period. One SQL.
    """
    first = max(starts_on, add_months(ends_on, -whole("procedure.wba_early_months", ends_on)))
    last = add_months(ends_on, whole("procedure.wba_accept_after_end_months", ends_on))
    sent = Application.objects.filter(case_id=case_id, form_key=RENEWAL, is_correction=False)
    loose = sent.exclude(status=ApplicationStatus.WITHDRAWN).filter(renewed_periods__isnull=True)
    newest_first = loose.filter(received_at__gte=_midnight(first), received_at__lt=_midnight(last + timedelta(days=1)))
    return newest_first.order_by("-received_at", "-id").first()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=BERLIN)


def periods_of(case_id: UUID) -> list[GrantPeriod]:
    """Return every entry of a case with who made it, the latest first. One SQL."""
    return list(GrantPeriod.objects.filter(case_id=case_id).select_related("entered_by"))


def reminder_day(ends_on: date) -> date:
    """Return the day from which the portal reminds of the end (procedure.wba_lead_weeks)."""
    return ends_on - timedelta(weeks=whole("procedure.wba_lead_weeks", ends_on))


def latest_end_to_remind_of(today: date) -> date:
    """Return the last day of a period of which people are told today."""
    return today + timedelta(weeks=whole("procedure.wba_lead_weeks", today))
