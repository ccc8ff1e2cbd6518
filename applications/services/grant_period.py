"""Staff enter for how long benefits are granted."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from applications.domain.renewal import tell_begun_renewals
from applications.errors import NotAllowed, PeriodNotPossible
from applications.events import GRANT_PERIOD_ENTERED
from applications.models import GrantPeriod
from applications.selectors.grant_period import latest_period, renewal_before
from portal.audit.services import record
from portal.cases.models import Actor, Case
from portal.cases.permissions import may_work_on


@transaction.atomic
def enter_grant_period(*, actor: Actor, case: Case, starts_on: date, ends_on: date) -> GrantPeriod:
    """Enter first and last day of the granted period; the latest entry counts, earlier ones stay as history.

    An entry that overlaps the one before corrects it: who has renewed that period already is not asked to again, and a
    last day that stays is not reminded of twice. A renewal that has come in before anybody entered the period is linked
    to it, one that was begun and not sent learns of it. The same days once more change nothing. Raises NotAllowed and
    PeriodNotPossible.
    """
    if not may_work_on(actor, case) or actor.membership_id is None:
        raise NotAllowed("grant_period")
    if ends_on < starts_on:
        raise PeriodNotPossible
    Case.objects.select_for_update().only("pk").get(pk=case.pk)
    before = latest_period(case.pk)
    if before is not None and (before.starts_on, before.ends_on) == (starts_on, ends_on):
        return before
    corrects = before is not None and starts_on <= before.ends_on and before.starts_on <= ends_on
    renewed_by_id = before.renewed_by_id if before and corrects else None
    if renewed_by_id is None and (renewal := renewal_before(case.pk, starts_on=starts_on, ends_on=ends_on)):
        renewed_by_id = renewal.pk
    period = GrantPeriod.objects.create(
        case=case,
        starts_on=starts_on,
        ends_on=ends_on,
        entered_by_id=actor.membership_id,
        entered_at=timezone.now(),
        renewed_by_id=renewed_by_id,
        reminded_at=before.reminded_at if before and before.ends_on == ends_on else None,
    )
    tell_begun_renewals(period)
    record(actor, GRANT_PERIOD_ENTERED, subject=period, case_id=case.pk)
    return period
