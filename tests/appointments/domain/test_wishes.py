import datetime

import pytest

from appointments.domain.wishes import advance_wish, fits
from appointments.enums import WishStatus
from appointments.errors import NoSuchStep, WishNotOpen
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.appointments import MONDAY_NINE, WishFactory
from tests.factories.cases import StandingFactory, claimant_actor, staff_actor

TIMES = {"days": [0, 2], "parts": ["morning"], "not_before": "2026-12-07", "words": "nach 8"}


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        (MONDAY_NINE, True),
        (MONDAY_NINE + datetime.timedelta(days=1), False),
        (MONDAY_NINE + datetime.timedelta(hours=4), False),
        (MONDAY_NINE - datetime.timedelta(days=7), False),
    ],
    ids=["fits", "another-day", "afternoon", "too-early"],
)
def test_time_fits_days_parts_and_first_day(starts, expected):
    assert fits(TIMES, starts) is expected


def test_time_fits_who_has_said_nothing():
    assert fits({}, MONDAY_NINE) is True


@pytest.mark.django_db
def test_wish_that_was_settled_takes_no_step():
    wish = WishFactory(person=StandingFactory().person)
    staff = staff_actor(StaffMembershipFactory(jobcenter=wish.case.jobcenter))
    advance_wish(wish, WishStatus.SETTLED, actor=staff)

    wish.refresh_from_db()
    assert (wish.status, wish.settled_by_id, wish.settled_at is not None) == ("settled", staff.membership_id, True)
    with pytest.raises(WishNotOpen):
        advance_wish(wish, WishStatus.PROPOSED, actor=staff)


@pytest.mark.django_db
def test_wish_is_never_settled_by_the_person():
    wish = WishFactory(person=StandingFactory().person)

    with pytest.raises(NoSuchStep):
        advance_wish(wish, WishStatus.SETTLED, actor=claimant_actor(wish.case))
