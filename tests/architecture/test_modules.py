"""What linters cannot see: sizes, mirrors, and who may write a status."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
APPS = ("portal", "applications", "mailbox", "appointments")
GUIDE_LINES = 300
ROOMS_WITH_TESTS = ("domain", "services", "selectors", "permissions", "tasks")


def source_files() -> list[Path]:
    files = [path for app in APPS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts]
    return sorted(path.relative_to(ROOT) for path in files)


def test_source_files_are_found():
    assert Path("portal/urls.py") in source_files()


def test_module_has_one_topic():
    too_long = {
        str(path): n for path in source_files() if (n := len((ROOT / path).read_text().splitlines())) > GUIDE_LINES
    }

    assert too_long == {}


def test_every_package_says_what_it_is():
    silent = [str(path) for path in source_files() if not ast.get_docstring(ast.parse((ROOT / path).read_text()))]

    assert silent == []


def test_test_file_mirrors_a_source_file():
    lonely = []
    for app in APPS:
        for test in (ROOT / "tests" / app).rglob("test_*.py"):
            folder = test.parent.relative_to(ROOT / "tests")
            words = test.stem.removeprefix("test_").split("_")
            names = ["_".join(words[:number]) for number in range(1, len(words) + 1)]  # a long one is split by topic
            if not any((ROOT / folder / candidate).exists() for name in names for candidate in (f"{name}.py", name)):
                lonely.append(str(test.relative_to(ROOT)))

    assert lonely == []


def test_every_deciding_module_has_its_test_file():
    untested = []
    for path in source_files():
        room = next((part for part in path.with_suffix("").parts if part in ROOMS_WITH_TESTS), None)
        if room is None or path.name == "__init__.py":
            continue
        if not (ROOT / "tests" / path.parent / f"test_{path.name}").exists():
            untested.append(str(path))

    assert untested == []


@pytest.mark.parametrize(
    ("field", "home"),
    [("status", "applications/domain/lifecycle.py"), ("answers", "applications/domain/draft_answers.py")],
)
def test_field_is_written_in_one_place(field, home):
    writers = set()
    for path in source_files():
        if not str(path).startswith("applications/"):
            continue
        for node in ast.walk(ast.parse((ROOT / path).read_text())):
            targets = node.targets if isinstance(node, ast.Assign) else []
            if any(isinstance(target, ast.Attribute) and target.attr == field for target in targets):
                writers.add(str(path))

    assert writers <= {home}
