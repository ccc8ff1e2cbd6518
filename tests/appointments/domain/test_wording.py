import datetime

import pytest
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from appointments.domain.wording import STATES, days_until, moment_in_words, span_in_words
from appointments.enums import AppointmentStatus
from tests.factories.appointments import MONDAY_NINE

TODAY = datetime.date(2026, 12, 4)


def test_times_are_said_as_people_say_them_in_berlin():
    period = DateTimeTZRange(
        MONDAY_NINE.astimezone(datetime.UTC), (MONDAY_NINE + datetime.timedelta(minutes=30)).astimezone(datetime.UTC)
    )

    assert span_in_words(period) == "9:00 bis 9:30\xa0Uhr"
    assert moment_in_words(period.lower) == "Montag, 7.\xa0Dezember 2026, 9:00\xa0Uhr"


@pytest.mark.parametrize(
    ("days", "words"), [(-4, ""), (-3, "heute"), (-2, "morgen"), (0, "in 3 Tagen"), (11, "in 14 Tagen"), (12, "")]
)
def test_days_until_are_said_for_two_weeks(days, words):
    assert days_until(MONDAY_NINE + datetime.timedelta(days=days), today=TODAY) == words


def test_every_state_has_words_and_none_is_a_reproach():
    assert set(STATES) == set(AppointmentStatus)
    assert str(STATES[AppointmentStatus.MISSED][0]) == "hat nicht stattgefunden"
