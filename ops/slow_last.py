"""A pytest plugin (``-p ops.slow_last``): fast tests first, then slow ones, then browsers; else order as given.

Of the journeys in a browser the long ones come first: with a long one at the end, one of two processes would only wait.
"""

from __future__ import annotations

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort by the markers of each test; the sort is stable, so a random order stays random within a group."""
    items.sort(key=_rank)


def _rank(item: pytest.Item) -> int:
    marks = {mark.name for mark in item.iter_markers()}
    if "fault" in marks:
        return 4
    if "browser" in marks:
        return 2 if "slow" in marks else 3
    return int("slow" in marks)
