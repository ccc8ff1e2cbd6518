"""What a browser's device cookie says: with which accounts somebody has signed in here before.

The cookie is signed, not stored with us (OWASP, "Device Cookies"). It names accounts by keyed hashes only and opens
nothing by itself: it decides whether a sign-in is told by e-mail, and whose wrong attempts are counted apart.
"""

import secrets
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.core import signing
from django.utils.crypto import salted_hmac

from portal.accounts.models import User

LIFETIME = 400 * 24 * 3600  # seconds; browsers keep no cookie longer
_SALT = "accounts.device"
_MOST = 5  # accounts of one browser; the latest stay
_HASH_DIGITS = 32


class Acquaintance(NamedTuple):
    """One account that has signed in with this browser."""

    account: str
    login: str
    number: str  # of this browser with this account: its attempts are counted under it


def read_device(signed: str) -> tuple[Acquaintance, ...]:
    """The accounts in a cookie; none when it is missing, too old or not ours."""
    try:
        content: list[Any] = signing.loads(signed, salt=_SALT, max_age=LIFETIME)
        return tuple(Acquaintance(*map(str, entry)) for entry in content)
    except (signing.BadSignature, TypeError, ValueError):
        return ()


def with_account(known: Iterable[Acquaintance], user: User) -> str:
    """The cookie after ``user`` has signed in here. A browser that the account knows keeps its number."""
    account, login = account_hash(user), login_hash(user.email or str(user.pk))  # who has given no address types none
    number = next((entry.number for entry in known if entry.login == login), None) or secrets.token_urlsafe(12)
    others = [entry for entry in known if entry.login != login and entry.account != account]
    return signing.dumps([[account, login, number], *map(list, others[: _MOST - 1])], salt=_SALT)


def account_hash(user: User) -> str:
    """Stands for the account and its password: after a new password all other devices are new again."""
    return _hash("account", f"{user.pk}:{user.password}")


def login_hash(email: str) -> str:
    """Stands for the address that somebody types to sign in."""
    return _hash("login", email)


def _hash(what: str, value: str) -> str:
    return salted_hmac(f"{_SALT}.{what}", value, algorithm="sha256").hexdigest()[:_HASH_DIGITS]
