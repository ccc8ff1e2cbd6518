"""Whether browsers may remember what is typed: not on a shared computer, and not what is typed for somebody else."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_forbidden: ContextVar[bool] = ContextVar("autofill_forbidden", default=False)


@contextmanager
def autofill(*, forbidden: bool) -> Iterator[None]:
    """Inside, fields are written with ``autocomplete="off"`` when ``forbidden``, or when it was so outside already."""
    token = _forbidden.set(forbidden or _forbidden.get())
    try:
        yield
    finally:
        _forbidden.reset(token)


def is_autofill_forbidden() -> bool:
    """Asked for every field that is written."""
    return _forbidden.get()
