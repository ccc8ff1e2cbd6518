import datetime

import pytest

from appointments.domain.wording import STATES, days_until
from appointments.enums import AppointmentStatus
from tests.factories.appointments import MONDAY_NINE

TODAY = datetime.date(2026, 12, 4)


@pytest.mark.parametrize(
    ("days", "words"), [(-4, ""), (-3, "heute"), (-2, "morgen"), (0, "in 3 Tagen"), (11, "in 14 Tagen"), (12, "")]
)
def test_days_until_are_said_for_two_weeks(days, words):
    assert days_until(MONDAY_NINE + datetime.timedelta(days=days), today=TODAY) == words


def test_every_state_has_words_and_none_is_a_reproach():
    assert set(STATES) == set(AppointmentStatus)
    assert str(STATES[AppointmentStatus.MISSED][0]) == "hat nicht stattgefunden"
