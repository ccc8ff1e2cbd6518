import datetime

import pytest

from appointments.selectors.reassigning import without_colleague
from tests.factories.accounts import AbsenceFactory, StaffMembershipFactory
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory, OfferFactory
from tests.factories.cases import claimant_actor, staff_actor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_week_before(time_machine):
    time_machine.move_to(MONDAY_NINE - datetime.timedelta(days=7))


def test_appointments_of_who_is_not_there_then_are_named(django_assert_num_queries):
    there = AppointmentFactory()
    house = there.case.jobcenter

    def with_(**facts):
        return AppointmentFactory(
            person__case__jobcenter=house, membership=StaffMembershipFactory(jobcenter=house, **facts)
        )

    blocked = with_(user__is_active=False)
    ended = with_(valid_from=datetime.date(2026, 1, 1), valid_to=datetime.date(2026, 12, 6))
    with_(valid_from=datetime.date(2026, 1, 1), valid_to=datetime.date(2026, 12, 7))
    away = with_()
    AbsenceFactory(
        membership=away.membership, first_day=datetime.date(2026, 12, 7), last_day=datetime.date(2026, 12, 7)
    )
    actor = staff_actor(there.membership)

    with django_assert_num_queries(1):
        assert set(without_colleague(actor)) == {blocked, ended, away}


def test_offered_times_are_named_as_long_as_they_can_be_chosen():
    there = AppointmentFactory()
    gone = StaffMembershipFactory(jobcenter=there.case.jobcenter, user__is_active=False)

    def offered(hours, **facts):
        offer = OfferFactory(person=there.person, **facts)
        return AppointmentFactory(
            person=there.person,
            membership=gone,
            offer=offer,
            status="offered",
            held_until=offer.until,
            starts=MONDAY_NINE + datetime.timedelta(hours=hours),
        )

    waiting = offered(1)
    offered(2, status="declined")
    offered(3, until=MONDAY_NINE - datetime.timedelta(days=8))

    assert list(without_colleague(staff_actor(there.membership))) == [waiting]


def test_nobody_else_sees_them():
    gone = AppointmentFactory(membership__user__is_active=False)

    assert not without_colleague(claimant_actor(gone.case)).exists()
    assert not without_colleague(staff_actor(StaffMembershipFactory())).exists()
