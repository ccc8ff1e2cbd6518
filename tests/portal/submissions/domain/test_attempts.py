import pytest
from django.core.cache import cache

from portal.submissions.domain.attempts import WINDOW, WRONG_CODES, note_wrong_code, require_attempt_left
from portal.submissions.errors import TooManyAttempts

ADDRESS = "203.0.113.9"


def test_twenty_wrong_codes_are_enough():
    for _run in range(WRONG_CODES):
        require_attempt_left(ADDRESS)
        note_wrong_code(ADDRESS)

    with pytest.raises(TooManyAttempts) as refused:
        require_attempt_left(ADDRESS)
    assert refused.value.seconds == WINDOW
    require_attempt_left("203.0.113.10")


def test_limit_never_holds_longer_than_its_window():
    note_wrong_code(ADDRESS)

    keys = [key.decode() for key in cache._cache.get_client(None).keys("*pruefen:*")]
    assert len([key for key in keys if ADDRESS in key]) == 0
    assert {0 < cache._cache.get_client(None).ttl(key) <= WINDOW for key in keys} == {True}


def test_check_works_without_the_cache(settings):
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": "unix:///nowhere/redis.sock"}}

    for _run in range(WRONG_CODES + 1):
        note_wrong_code(ADDRESS)

    assert require_attempt_left(ADDRESS) is None
