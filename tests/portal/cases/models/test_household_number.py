import pytest

from portal.cases.models.household_number import (
    household_number_candidates,
    household_number_index,
    plain_household_number,
)


@pytest.mark.parametrize("typed", ["12345BG0001234", "12345//0001234", "BG-Nummer 12345 0001234", " 12345bg0001234 "])
def test_spellings_are_one_number(typed):
    assert plain_household_number(typed) == "123450001234"


@pytest.mark.parametrize("typed", ["", "Sander", "2026", "12345", "١٢٣٤٥٦"])
def test_what_is_no_number_has_no_index(typed):
    assert (plain_household_number(typed), household_number_index(typed), household_number_candidates(typed)) == (
        "",
        None,
        [],
    )


def test_index_is_the_same_for_every_spelling():
    assert household_number_candidates("12345//0001234") == [household_number_index("12345BG0001234")]


def test_no_number_has_no_index():
    assert household_number_index(None) is None
