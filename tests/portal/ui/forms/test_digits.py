import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.ui.forms import latin_digits


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("٢٧.٠٣.١٩٨٨", "27.03.1988"),
        ("۱۲٬۳۴۵٫۶۷", "12'345,67"),
        ("१०११५ Berlin", "10115 Berlin"),
        ("DE89 ٣٧٠٤", "DE89 3704"),
        ("½ ² Ⅷ 三", "½ ² Ⅷ 三"),
    ],
)
def test_digits_of_every_script_are_read(typed, read):
    assert latin_digits(typed) == read


@given(st.text(max_size=60))
def test_no_other_decimal_digit_is_left(text):
    read = latin_digits(text)
    assert all(sign in "0123456789" for sign in read if sign.isdecimal())
    assert len(read) == len(text)
