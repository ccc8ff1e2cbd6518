"""How long somebody stays signed in. All figures in seconds; docs/operations.md explains them."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

IDLE_CITIZEN = 30 * 60
IDLE_STAFF = 15 * 60  # a screen at the counter is seen by many
IDLE_SHARED = 10 * 60  # a computer that others use, too
ABSOLUTE = 8 * 3600
WARNING = 5 * 60  # so long before the end a page with scripts says so
STEPS = 15  # an idle limit is pushed back at most so often within its length: one write in two minutes for citizens

# Keys in the session's data
STARTED = "portal.started"  # POSIX time of signing in
IDLE = "portal.idle"
SHARED = "portal.shared"  # "Das ist ein öffentlicher oder fremder Computer"


def idle_limit(*, is_staff: bool, is_shared: bool) -> int:
    """Seconds without a request after which the session ends."""
    if is_shared:
        return IDLE_SHARED
    return IDLE_STAFF if is_staff else IDLE_CITIZEN


def end_of(data: Mapping[str, Any], now: datetime) -> datetime | None:
    """When a session with this data ends if nothing more comes after ``now``; None when nobody is signed in."""
    if IDLE not in data or STARTED not in data:
        return None
    absolute = datetime.fromtimestamp(data[STARTED], tz=UTC) + timedelta(seconds=ABSOLUTE)
    return min(absolute, now + timedelta(seconds=data[IDLE]))


def is_worth_writing(data: Mapping[str, Any], *, stored: datetime, wanted: datetime) -> bool:
    """Whether the stored end lies so far behind that it is pushed back: a request must not cost a write each time."""
    return bool((wanted - stored).total_seconds() >= data[IDLE] / STEPS)
