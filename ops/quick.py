"""A pytest plugin (``-p ops.quick``): what needs neither database nor browser, and all tests of what you have changed.

Tests mirror the source, so git knows which belong to a change: ``applications/services/submit.py`` brings
``tests/applications/services/test_submit.py``.
"""

from __future__ import annotations

import functools
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from ops.folders import PROJECT

LEFT_OUT = {"slow", "browser", "fault"}  # marks
DATABASE = {"db", "transactional_db", "django_db_setup"}  # fixtures
ALL_OF_THEM = re.compile(r"^pytestmark = .*(django_db|slow|browser|fault)", re.MULTILINE)


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Do not even read files in which no test is quick; None leaves the question to others."""
    if collection_path.suffix != ".py" or collection_path in mine():
        return None
    return bool(ALL_OF_THEM.search(collection_path.read_text())) or None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the rest."""
    quick = [is_quick(item, mine()) for item in items]
    config.hook.pytest_deselected(items=[item for item, chosen in zip(items, quick, strict=True) if not chosen])
    items[:] = [item for item, chosen in zip(items, quick, strict=True) if chosen]


def is_quick(item: pytest.Item, changed: set[Path]) -> bool:
    """Whether the test belongs to the quick ones; ``changed`` are the test files of what was changed."""
    if any(mark.name in LEFT_OUT for mark in item.iter_markers()):
        return False
    needs_database = DATABASE.intersection(getattr(item, "fixturenames", ())) or item.get_closest_marker("django_db")
    return item.path in changed or not needs_database


@functools.cache
def mine() -> set[Path]:
    """The test files of what was changed."""
    return mirrors_of(changed_files())


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
