"""A limit on wrong codes at the public check, per address of the network.

A code has 100 random bits and cannot be guessed; the limit keeps scanners away. Therefore it fails open: when the cache
is away, a landlord can still check a receipt, and nobody gains anything.
"""

import hashlib

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac

from portal.submissions.errors import TooManyAttempts

WRONG_CODES = 20
WINDOW = 600  # seconds
_SALT = "submissions.verification"


def require_attempt_left(network_address: str) -> None:
    """Raises TooManyAttempts after twenty wrong codes within ten minutes."""
    try:
        wrong = cache.get(_key(network_address), 0)
    except _away():
        return
    if wrong >= WRONG_CODES:
        raise TooManyAttempts(WINDOW)


def note_wrong_code(network_address: str) -> None:
    """Count one wrong code; the window begins with the first."""
    key = _key(network_address)
    try:
        if not cache.add(key, 1, WINDOW):
            cache.incr(key)
    except ValueError:  # the window ended between the two calls
        return
    except _away():
        return


def _away() -> tuple[type[Exception], ...]:
    """What says that Redis is away; asked only when something was raised."""
    from redis.exceptions import RedisError

    return (RedisError, ConnectionError, TimeoutError)


def _key(network_address: str) -> str:
    digest = salted_hmac(_SALT, network_address, secret=settings.SECRET_KEY, algorithm=hashlib.sha256().name)
    return f"pruefen:{digest.hexdigest()[:32]}"
