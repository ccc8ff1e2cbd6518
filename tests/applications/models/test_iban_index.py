import pytest

from applications.models.iban_index import iban_candidates, iban_index, plain_iban


@pytest.mark.parametrize(
    "typed", ["DE89370400440532013000", "de89 3704 0044 0532 0130 00", "DE89-3704-0044-0532-0130-00"]
)
def test_spellings_are_one_iban(typed):
    assert iban_candidates(typed) == [iban_index("DE89370400440532013000")]


@pytest.mark.parametrize("typed", [None, "", "Sander", "12345BG0001234", "DE89", "DE89" + "0" * 31])
def test_what_is_no_iban_has_no_index(typed):
    assert (plain_iban(typed), iban_index(typed)) == ("", None)


def test_iban_with_a_wrong_digit_is_kept_as_it_was_typed():
    assert plain_iban("DE00 3704 0044 0532 0130 00") == "DE00370400440532013000"
