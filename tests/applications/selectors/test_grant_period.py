import datetime

import pytest

from applications.catalogue.renewal import FORM
from applications.selectors.grant_period import (
    RENEWAL,
    grant_periods_visible_to,
    latest_end_to_remind_of,
    latest_period,
    period_before,
    period_known_to,
    periods_of,
    reminder_day,
)
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import StandingFactory, claimant_actor, helper_actor, staff_actor
from tests.factories.renewals import ENDS, GrantPeriodFactory
from tests.factories.submissions import RECEIVED_AT
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db
BEFORE = RECEIVED_AT - datetime.timedelta(days=100)


@pytest.fixture
def application():
    return ApplicationFactory()


def test_reminder_day_is_eight_weeks_before_and_back():
    assert reminder_day(ENDS) == datetime.date(2026, 12, 6)
    assert latest_end_to_remind_of(datetime.date(2026, 12, 6)) == ENDS


def test_who_may_not_read_decisions_knows_no_period(application):
    period = GrantPeriodFactory(case=application.case)
    own = claimant_actor(application.case)
    helper = helper_actor(StandingFactory(helper=True, person=application.person))

    assert period_known_to(own, application.case_id) == period
    assert period_known_to(helper, application.case_id) is None


def test_staff_see_those_of_their_jobcenter(application):
    period = GrantPeriodFactory(case=application.case)
    there = staff_actor(StaffMembershipFactory(jobcenter=application.case.jobcenter))

    assert list(grant_periods_visible_to(there)) == [period]
    assert not grant_periods_visible_to(staff_actor(StaffMembershipFactory())).exists()


def test_latest_entry_counts(application):
    old = GrantPeriodFactory(case=application.case, entered_at=BEFORE)
    new = GrantPeriodFactory(case=application.case, ends_on=datetime.date(2027, 2, 28), entered_by=old.entered_by)

    assert latest_period(application.case_id) == new
    assert periods_of(application.case_id) == [new, old]
    assert latest_period(ApplicationFactory().case_id) is None


def test_period_granted_for_the_application_is_not_the_one_it_follows(application):
    ran = GrantPeriodFactory(
        case=application.case,
        starts_on=datetime.date(2025, 10, 1),
        ends_on=datetime.date(2026, 9, 30),
        entered_at=BEFORE,
        renewed_by=application,
    )
    GrantPeriodFactory(case=application.case, starts_on=datetime.date(2026, 10, 1), entered_by=ran.entered_by)

    assert period_before(application) == ran


def test_period_that_was_not_known_yet_does_not_count(application):
    GrantPeriodFactory(case=application.case)

    assert period_before(application) is None


def test_key_is_that_of_the_form():
    assert FORM.key == RENEWAL
