import datetime

import pytest
from django.db import IntegrityError

from portal.accounts.models import StaffMembership
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (datetime.date(2026, 2, 28), False),
        (datetime.date(2026, 3, 1), True),
        (datetime.date(2026, 6, 30), True),
        (datetime.date(2026, 7, 1), False),
    ],
)
def test_membership_holds_from_first_to_last_day(day, holds):
    StaffMembershipFactory(valid_from=datetime.date(2026, 3, 1), valid_to=datetime.date(2026, 6, 30))
    assert StaffMembership.objects.valid_on(day).exists() is holds


def test_current_follows_the_local_day(time_machine):
    StaffMembershipFactory(valid_from=datetime.date(2026, 3, 1))
    time_machine.move_to("2026-02-28 23:30:00+00:00")  # half past midnight in Berlin
    assert StaffMembership.objects.current().exists()


def test_current_leaves_out_blocked_accounts_and_closed_jobcenters():
    StaffMembershipFactory(user=UserFactory(blocked=True, is_staff=True))
    StaffMembershipFactory(jobcenter=JobcenterFactory(is_active=False))
    assert not StaffMembership.objects.current().exists()


def test_account_has_one_open_membership():
    membership = StaffMembershipFactory()
    with pytest.raises(IntegrityError, match="one_open_staff_membership_per_user"):
        StaffMembershipFactory(user=membership.user)


def test_membership_does_not_end_before_it_starts():
    with pytest.raises(IntegrityError, match="staff_membership_ends_after_its_start"):
        StaffMembershipFactory(valid_from=datetime.date(2026, 3, 2), valid_to=datetime.date(2026, 3, 1))
