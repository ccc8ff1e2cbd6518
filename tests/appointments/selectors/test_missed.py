import datetime

import pytest

from appointments.selectors.missed import earlier_of_person
from tests.factories.appointments import MONDAY_NINE, AppointmentFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def test_earlier_appointments_of_the_person_come_latest_first(django_assert_num_queries):
    now = AppointmentFactory()
    before = [
        AppointmentFactory(person=now.person, starts=MONDAY_NINE - DAY * days, status="missed") for days in (9, 2)
    ]
    AppointmentFactory(person=now.person, starts=MONDAY_NINE + DAY)
    AppointmentFactory(person=now.person, starts=MONDAY_NINE - DAY, status="released")
    AppointmentFactory(starts=MONDAY_NINE - DAY)

    with django_assert_num_queries(2):
        assert earlier_of_person(now) == before[::-1]
