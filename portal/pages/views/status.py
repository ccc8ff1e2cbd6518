"""The health page for load balancers and monitoring."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Final

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db import Error as DatabaseError
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from portal.audit.selectors import unsealed_age
from portal.documents.enums import ScannerState
from portal.documents.selectors import scanner_state
from portal.outbox.selectors import oldest_open_age

logger = logging.getLogger(__name__)

MAX_WAIT: Final = timedelta(minutes=5)  # what waits longer in the outbox or for its seal needs a human


def _database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone() == (1,))


def _redis() -> bool:
    cache.set("pages:health", "ok", timeout=10)
    return bool(cache.get("pages:health") == "ok")


def _outbox() -> bool:
    return (oldest_open_age() or timedelta()) <= MAX_WAIT


def _audit() -> bool:
    return (unsealed_age() or timedelta()) <= MAX_WAIT


_CHECKS: Final[dict[str, Callable[[], bool]]] = {
    "database": _database,
    "redis": _redis,
    "outbox": _outbox,
    "audit": _audit,
}


@login_not_required
@require_safe
def health(_request: HttpRequest) -> JsonResponse:
    """Return 200 or 503 and a word per check; figures and errors are for the log, not for the public.

    Without its virus scanner the portal takes uploads all the same and releases them later: 200, but "limited".
    """
    results = {name: _passes(name, check) for name, check in _CHECKS.items()}
    healthy = all(results.values())
    scanner = _scanner()
    limited = "ok" if scanner is ScannerState.READY else "limited"
    body = {
        "status": limited if healthy else "failing",
        "checks": {name: "ok" if passed else "failing" for name, passed in results.items()} | {"scanner": scanner},
    }
    response = JsonResponse(body, status=200 if healthy else 503)
    response.headers["Cache-Control"] = "no-store"
    return response


def _scanner() -> ScannerState:
    try:
        return scanner_state()
    except (_redis_error(), OSError):  # said by the check of Redis
        return ScannerState.AWAY


def _passes(name: str, check: Callable[[], bool]) -> bool:
    try:
        passed = check()
    except (DatabaseError, _redis_error(), OSError) as error:
        logger.warning("health check %s failed: %s", name, type(error).__name__)
        return False
    if not passed:
        logger.warning("health check %s: waiting for more than %s", name, MAX_WAIT)
    return passed


def _redis_error() -> type[Exception]:
    """Asked only when something was raised."""
    from redis.exceptions import RedisError

    return RedisError
