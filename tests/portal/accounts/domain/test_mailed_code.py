from uuid import UUID

import pytest

from portal.accounts.domain.mailed_code import is_open, seal_code, try_code

USER = UUID("11111111-1111-4111-8111-111111111111")
OTHER = UUID("22222222-2222-4222-8222-222222222222")


@pytest.fixture
def kept():
    return seal_code("1234-5678", user_id=USER, expires=1000.0, attempts=2)


def test_code_itself_is_not_kept(kept):
    assert set(kept) == {"seal", "expires", "attempts"}
    assert "1234" not in str(kept)


@pytest.mark.parametrize("typed", ["1234-5678", "12345678", " 1234 5678 "])
def test_right_code_counts_once_however_it_is_spaced(kept, typed):
    assert try_code(kept, typed, user_id=USER, now=999.0) == (True, None)


def test_wrong_code_costs_an_attempt(kept):
    assert try_code(kept, "0000-0000", user_id=USER, now=999.0) == (False, {**kept, "attempts": 1})


def test_last_wrong_code_ends_it(kept):
    assert try_code({**kept, "attempts": 1}, "0000-0000", user_id=USER, now=999.0) == (False, None)


def test_code_of_somebody_else_is_wrong(kept):
    assert try_code(kept, "1234-5678", user_id=OTHER, now=999.0)[0] is False


@pytest.mark.parametrize("now", [1000.0, 2000.0])
def test_code_that_has_expired_is_worth_nothing(kept, now):
    assert is_open(kept, now=now) is False
    assert try_code(kept, "1234-5678", user_id=USER, now=now) == (False, None)


def test_nothing_kept_is_not_open():
    assert (is_open(None, now=0.0), try_code(None, "1234-5678", user_id=USER, now=0.0)) == (False, (False, None))
