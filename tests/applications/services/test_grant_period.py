import datetime

import pytest
from django.utils import timezone

from applications.errors import NotAllowed, PeriodNotPossible
from applications.models import Application, GrantPeriod
from applications.services.grant_period import enter_grant_period
from portal.audit.models import AuditEvent
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.applications import DraftFactory
from tests.factories.cases import CaseFactory, claimant_actor, staff_actor
from tests.factories.renewals import ENDS, STARTS, GrantPeriodFactory
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db
LATER = datetime.date(2027, 2, 28)


@pytest.fixture
def case():
    return CaseFactory()


@pytest.fixture
def membership(case):
    return StaffMembershipFactory(jobcenter=case.jobcenter)


def enter(membership, case, starts_on=STARTS, ends_on=ENDS):
    return enter_grant_period(actor=staff_actor(membership), case=case, starts_on=starts_on, ends_on=ends_on)


def test_entry_names_who_made_it_and_is_in_the_trail(membership, case):
    period = enter(membership, case)

    assert (period.starts_on, period.ends_on, period.entered_by) == (STARTS, ENDS, membership)
    assert AuditEvent.objects.get(event="grant_period.entered").case_id == case.pk


def test_correction_keeps_what_stood_there_before(membership, case):
    enter(membership, case)
    enter(membership, case, ends_on=LATER)

    assert [period.ends_on for period in GrantPeriod.objects.all()] == [LATER, ENDS]
    assert [period.ends_on for period in GrantPeriod.objects.current()] == [LATER]


def test_same_days_once_more_change_nothing(membership, case):
    assert enter(membership, case) == enter(membership, case)
    assert GrantPeriod.objects.count() == 1


def test_correction_takes_renewal_and_reminder_along(membership):
    application = ApplicationFactory()
    membership = StaffMembershipFactory(jobcenter=application.case.jobcenter)
    before = GrantPeriodFactory(
        case=application.case, renewed_by=application, reminded_at=application.received_at, entered_by=membership
    )

    earlier = enter(membership, application.case, starts_on=datetime.date(2026, 1, 1))
    longer = enter(membership, application.case, ends_on=LATER)

    assert (earlier.renewed_by, earlier.reminded_at) == (application, before.reminded_at)
    assert (longer.renewed_by, longer.reminded_at) == (application, None)


def test_following_period_begins_without_renewal():
    application = ApplicationFactory()
    membership = StaffMembershipFactory(jobcenter=application.case.jobcenter)
    GrantPeriodFactory(case=application.case, renewed_by=application, entered_by=membership)

    following = enter(
        membership, application.case, starts_on=datetime.date(2027, 2, 1), ends_on=datetime.date(2028, 1, 31)
    )

    assert following.renewed_by is None


def renewal_received(month, day, **fields):
    """A renewal that came in before anybody entered the period."""
    at = datetime.datetime(2027, month, day, 12, 0, tzinfo=datetime.UTC)
    application = ApplicationFactory(received_at=at)
    Application.objects.filter(pk=application.pk).update(form_key="renewal", **fields)
    application.refresh_from_db()
    return application


def entered_after(application, **days):
    return enter(StaffMembershipFactory(jobcenter=application.case.jobcenter), application.case, **days)


@pytest.mark.parametrize(
    ("month", "day", "is_linked"),
    [(1, 15, True), (4, 30, True), (5, 1, False)],
    ids=["while it ran", "last day that is accepted", "too long after"],
)
def test_period_entered_after_the_renewal_is_linked_to_it(month, day, is_linked):
    renewal = renewal_received(month, day)

    period = entered_after(renewal)

    assert period.renewed_by == (renewal if is_linked else None)
    assert GrantPeriod.objects.not_renewed().exists() is not is_linked


@pytest.mark.parametrize(
    "fields", [{"status": "withdrawn"}, {"form_key": "main_application"}], ids=["withdrawn", "no renewal"]
)
def test_what_renews_nothing_is_not_linked(fields):
    renewal = renewal_received(1, 15)
    Application.objects.filter(pk=renewal.pk).update(**fields)

    assert entered_after(renewal).renewed_by is None


def test_period_that_a_late_renewal_led_to_is_not_renewed_by_it():
    renewal = renewal_received(2, 10)

    granted = entered_after(renewal, starts_on=datetime.date(2027, 2, 1), ends_on=datetime.date(2028, 1, 31))

    assert granted.renewed_by is None


def test_renewal_belongs_to_one_period_only():
    renewal = renewal_received(1, 15)
    first = entered_after(renewal)

    following = entered_after(renewal, starts_on=datetime.date(2027, 2, 1), ends_on=datetime.date(2027, 4, 1))

    assert (first.renewed_by, following.renewed_by) == (renewal, None)


def test_end_before_the_beginning_is_refused(membership, case):
    with pytest.raises(PeriodNotPossible):
        enter(membership, case, ends_on=STARTS - datetime.timedelta(days=1))


def test_only_staff_of_the_jobcenter_may_enter_it(case):
    for actor in (claimant_actor(case), staff_actor(StaffMembershipFactory())):
        with pytest.raises(NotAllowed):
            enter_grant_period(actor=actor, case=case, starts_on=STARTS, ends_on=ENDS)


def test_renewal_that_was_begun_before_learns_of_the_period(membership, case):
    begun = DraftFactory(standing__person__case=case, form_key="renewal", answers={"changes": {"remarks": "x"}})
    follows = ApplicationFactory(case=case)
    saved = DraftFactory(case=case, person=begun.person, form_key="renewal", follows=follows, version=3)
    other = DraftFactory(case=case, person=begun.person)

    enter(membership, case)

    granted = {"from": "2026-02-01", "until": "2027-01-31"}
    begun.refresh_from_db()
    saved.refresh_from_db()
    other.refresh_from_db()
    assert (begun.answers, begun.version) == ({"changes": {"remarks": "x"}, "granted": granted}, 0)
    assert (saved.answers["granted"], saved.version) == (granted, 4)
    assert "granted" not in other.answers


def test_renewal_that_is_closed_stays_as_it_is(membership, case):
    draft = DraftFactory(standing__person__case=case, form_key="renewal", cleared_at=timezone.now(), answers={})

    enter(membership, case)

    draft.refresh_from_db()
    assert draft.answers == {}
