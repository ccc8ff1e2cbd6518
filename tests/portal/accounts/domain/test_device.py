import datetime

import pytest

from portal.accounts.domain.device import LIFETIME, account_hash, login_hash, read_device, with_account
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def test_cookie_names_the_account_by_hashes_only():
    user = UserFactory(email="anna@example.org")
    cookie = with_account([], user)
    entry = read_device(cookie)[0]
    assert (entry.account, entry.login) == (account_hash(user), login_hash("anna@example.org"))
    assert "anna" not in cookie
    assert str(user.pk) not in cookie


@pytest.mark.parametrize("cookie", ["", "nonsense", "W10:1tX:forged"])
def test_cookie_that_is_not_ours_names_nobody(cookie):
    assert read_device(cookie) == ()


def test_cookie_of_another_purpose_names_nobody():
    from django.core import signing

    assert read_device(signing.dumps([["a", "b", "c"]], salt="something else")) == ()


def test_cookie_ends_after_400_days(time_machine):
    time_machine.move_to("2026-01-01 12:00:00+01:00", tick=False)
    cookie = with_account([], UserFactory())
    time_machine.shift(datetime.timedelta(seconds=LIFETIME + 1))
    assert read_device(cookie) == ()


def test_browser_keeps_its_number_with_an_account():
    user = UserFactory()
    first = read_device(with_account([], user))
    again = read_device(with_account(first, user))
    assert [entry.number for entry in again] == [entry.number for entry in first]


def test_new_password_makes_the_browser_unknown():
    user = UserFactory()
    before = account_hash(user)
    user.set_password("Tal-Wiese-Fluss-9")
    assert account_hash(user) != before


def test_browser_remembers_the_latest_five_accounts():
    users = [UserFactory() for _ in range(6)]
    known = ()
    for user in users:
        known = read_device(with_account(known, user))
    assert [entry.account for entry in known] == [account_hash(user) for user in reversed(users[1:])]
