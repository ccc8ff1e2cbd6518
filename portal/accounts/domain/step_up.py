"""When somebody has proved recently enough who they are."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings


def is_recent(moments: Iterable[float], *, now: float) -> bool:
    """Whether one of the moments (seconds since 1970) lies in the last ``STEP_UP_HOLDS`` seconds.

    A moment in the future counts for nothing: it comes from a clock that was set back.
    """
    return any(0 <= now - moment < settings.STEP_UP_HOLDS for moment in moments)


def moments_of_proof(records: Iterable[Mapping[str, Any]], *, signed_in_at: float | None) -> list[float]:
    """Return when the person proved in this session who they are: at sign-in, and each time when asked again.

    ``records``: allauth's authentication records of the session. Those of the sign-in itself do not count, but its end
    does: only then all its steps were passed.
    """
    again = [float(record["at"]) for record in records if record.get("reauthenticated")]
    return again if signed_in_at is None else [*again, signed_in_at]
