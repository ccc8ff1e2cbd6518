"""A pytest plugin (``-p ops.quick``): what needs neither database nor browser, and all tests of what you have changed.

Tests mirror the source, so git knows which belong to a change: ``applications/services/submit.py`` brings
``tests/applications/services/test_submit.py``.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from ops.folders import PROJECT

LEFT_OUT = {"slow", "browser", "fault"}  # marks
DATABASE = {"db", "transactional_db", "django_db_setup"}  # fixtures


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the rest."""
    mine = mirrors_of(changed_files())
    chosen = [item for item in items if is_quick(item, mine)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(chosen)])
    items[:] = chosen


def is_quick(item: pytest.Item, mine: set[Path]) -> bool:
    """Whether the test belongs to the quick ones; ``mine`` are the test files of what was changed."""
    if any(mark.name in LEFT_OUT for mark in item.iter_markers()):
        return False
    needs_database = item.get_closest_marker("django_db") is not None or DATABASE & set(
        getattr(item, "fixturenames", ())
    )
    return item.path in mine or not needs_database


def mirrors_of(files: Iterable[str]) -> set[Path]:
    """The test files that mirror these files, and those among them."""
    found = set()
    for name in map(Path, files):
        if name.suffix == ".py":
            mirror = name if name.parts[0] == "tests" else Path("tests") / name.parent / f"test_{name.name}"
            found.add(PROJECT / mirror)
    return found


def changed_files() -> list[str]:
    """Files that differ from the last commit, new ones included; none outside of a git checkout."""
    names: list[str] = []
    for command in (["git", "diff", "--name-only", "HEAD"], ["git", "ls-files", "--others", "--exclude-standard"]):
        listed = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
        names += listed.stdout.splitlines()
    return names
