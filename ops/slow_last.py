"""A pytest plugin (``-p ops.slow_last``): fast tests first, then slow, browser and fault tests; else order as given."""

from __future__ import annotations

import pytest

LATER = ("slow", "browser", "fault")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort by the slowest marker of each test; the sort is stable, so a random order stays random within a group."""
    items.sort(key=_rank)


def _rank(item: pytest.Item) -> int:
    return max((LATER.index(mark.name) + 1 for mark in item.iter_markers() if mark.name in LATER), default=0)
