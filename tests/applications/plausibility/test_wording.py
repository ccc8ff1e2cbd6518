from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from applications.plausibility.wording import day, euro, listed, month, name_keys, name_of, number, same_name
from tests.factories.claims import build_person


def test_amounts_and_dates_are_german_in_every_language():
    with override("en"):
        found = (euro(Decimal("1234.5")), number(Decimal("14.50")), number(1000), day(date(2026, 1, 9)))
        assert found == ("1.234,50 Euro", "14,5", "1000", "09.01.2026")
        assert month(date(2026, 3, 1)) == "März 2026"


def test_nobody_and_a_nameless_person_get_neutral_words():
    nameless = build_person(first_name=None, last_name=None)
    assert (name_of(None), name_of(nameless)) == ("Person ohne Namen", "Person ohne Namen")


def test_words_are_listed_with_commas():
    assert listed(["a", "b"]) == "a, b"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Andreas Müller", "MUELLER, Andreas"),
        ("Andreas Müller", "andreas muller"),
        ("Anna-Lena Groß", "Anna Lena Gross"),
        ("Łucja Đặng", "Łucja Đặng"),
        ("Dr. Eva Recht", "Eva Recht"),
        ("José Núñez", "Jose Nunez"),
    ],
)
def test_spellings_of_one_name_are_the_same(one, other):
    assert same_name(one, other) is True


@pytest.mark.parametrize(("one", "other"), [("Eva Recht", "Eva Rech"), ("", ""), ("Eva", ""), ("Anna", "Anne")])
def test_other_names_are_not_the_same(one, other):
    assert same_name(one, other) is False


def test_empty_name_has_no_key():
    assert name_keys(" - ") == frozenset()
