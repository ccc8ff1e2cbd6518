import datetime

import pytest

from applications.permissions.own_account import may_have_own_account

TODAY = datetime.date(2026, 11, 26)


@pytest.mark.parametrize(
    ("birth_date", "is_applicant", "expected"),
    [
        (datetime.date(2011, 11, 26), True, True),
        (datetime.date(2011, 11, 27), True, False),
        (datetime.date(2008, 11, 26), False, True),
        (datetime.date(2008, 11, 27), False, False),
        (None, False, True),
    ],
)
def test_applicants_from_15_others_from_18(birth_date, is_applicant, expected):
    assert may_have_own_account(birth_date=birth_date, is_applicant=is_applicant, on=TODAY) is expected
