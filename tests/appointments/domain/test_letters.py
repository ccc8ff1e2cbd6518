import datetime

import pytest

from appointments.domain.letters import calls_to, differences, is_to_set_right, letter_in_words
from tests.factories.accounts import OfficeFactory
from tests.factories.appointments import MONDAY_NINE, SummonsFactory, moved_to

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def a_week_before(time_machine):
    time_machine.move_to(MONDAY_NINE - 7 * DAY)


@pytest.fixture
def letter():
    return SummonsFactory()


def plain(words):
    return words.replace("\xa0", " ")


def test_letter_that_names_what_holds_calls_the_person(letter):
    assert (differences(letter, letter.appointment), calls_to(letter.appointment)) == ((), True)
    assert letter_in_words(letter.appointment, letter) == ""


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"status": "cancelled"}, ("cancelled",)),
        ({"channel": "phone"}, ("way",)),
        ({"period": moved_to(MONDAY_NINE + DAY)}, ("time",)),
        ({"period": moved_to(MONDAY_NINE + DAY), "channel": "video"}, ("time", "way")),
    ],
)
def test_what_was_changed_since_differs_and_calls_nobody(letter, facts, expected):
    for name, value in facts.items():
        setattr(letter.appointment, name, value)

    assert differences(letter, letter.appointment) == expected
    assert not calls_to(letter.appointment)
    assert is_to_set_right(letter.appointment)


def test_another_house_differs_where_both_are_known(letter):
    office = OfficeFactory(jobcenter=letter.appointment.case.jobcenter, name="Haus Süd", street="Südweg 1")
    letter.appointment.office = office
    assert differences(letter, letter.appointment) == ()

    letter.office = OfficeFactory(jobcenter=office.jobcenter, name="Haus Nord", is_default=False)

    assert differences(letter, letter.appointment) == ("place",)
    assert "einen anderen Ort: Haus Nord.\nEs gilt: Haus Süd, Südweg 1." in letter_in_words(letter.appointment, letter)


def test_words_say_what_the_letter_names_and_what_holds(letter):
    letter.appointment.period = moved_to(MONDAY_NINE + DAY)
    assert plain(letter_in_words(letter.appointment, letter)) == (
        "Unser Schreiben vom 27. November 2026 nennt noch: Montag, 7. Dezember 2026, 9:00 bis 9:30 Uhr, "
        "persönlich im Jobcenter.\nEs gilt: Dienstag, 8. Dezember 2026, 9:00 bis 9:30 Uhr, persönlich im Jobcenter."
    )

    letter.appointment.status = "cancelled"

    assert plain(letter_in_words(letter.appointment, letter)).endswith("9:30 Uhr. Er findet nicht statt.")


def test_letter_that_took_the_call_back_holds_and_calls_nobody(letter):
    letter.appointment.status = "cancelled"
    last = SummonsFactory(appointment=letter.appointment, replaces=letter, channel="")

    assert letter.appointment.summons == last
    assert (differences(last, letter.appointment), calls_to(letter.appointment)) == ((), False)


def test_what_is_over_is_not_set_right_any_more(letter, time_machine):
    letter.appointment.status = "cancelled"
    time_machine.move_to(MONDAY_NINE + DAY)

    assert not is_to_set_right(letter.appointment)
