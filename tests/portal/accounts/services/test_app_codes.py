from uuid import uuid4

from portal.accounts.services import claim_app_code, is_app_code_used


def test_code_counts_once_however_it_is_spaced():
    user = uuid4()
    assert [claim_app_code(user_id=user, code=code) for code in ("123456", "123 456", "123-456")] == [
        True,
        False,
        False,
    ]


def test_same_digits_of_somebody_else_are_another_code():
    assert [claim_app_code(user_id=uuid4(), code="123456") for _n in range(2)] == [True, True]


def test_used_code_is_known_as_used():
    user = uuid4()
    assert is_app_code_used(user_id=user, code="123456") is False
    claim_app_code(user_id=user, code="123456")
    assert is_app_code_used(user_id=user, code="123 456") is True
    assert is_app_code_used(user_id=user, code="654321") is False
