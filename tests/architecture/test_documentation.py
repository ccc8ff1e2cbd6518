"""The docs name what an operator and a reader of the audit trail meet."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
OPERATIONS = (ROOT / "docs" / "operations.md").read_text()
BUILD_TOOLS = {"cut_kern"}  # run by who changes the style sheets, not by who runs the portal


def variables() -> set[str]:
    return set(re.findall(r'"(PORTAL_[A-Z_]+)"', (ROOT / "portal" / "settings" / "environment.py").read_text()))


def commands() -> set[str]:
    found = (
        path for app in ("portal", "applications", "mailbox") for path in (ROOT / app).rglob("management/commands/*.py")
    )
    return {path.stem for path in found if path.stem != "__init__"} - BUILD_TOOLS


def test_every_variable_is_explained():
    assert {name for name in variables() if f"`{name}`" not in OPERATIONS} == set()


def test_every_command_is_explained():
    assert {name for name in commands() if not re.search(rf"`[^`\n]*\b{name}\b[^`\n]*`", OPERATIONS)} == set()


def test_only_one_module_reads_the_environment():
    readers = {
        str(path.relative_to(ROOT))
        for app in ("portal", "applications", "mailbox", "appointments")
        for path in (ROOT / app).rglob("*.py")
        if re.search(r"os\.environ(?!\.setdefault\(\"DJANGO_SETTINGS_MODULE\")|os\.getenv", path.read_text())
    }

    assert readers == {"portal/settings/environment.py"}


def test_flows_name_files_and_functions_that_exist():
    wrong = []
    for flow in (ROOT / "docs" / "flows").glob("*.md"):
        for name, functions in re.findall(r"`([\w/]+\.py)`((?:(?: and)? `\w+`)*)", flow.read_text()):
            source = ROOT / name
            defined = re.findall(r"^(?:def|class) (\w+)", source.read_text(), re.MULTILINE) if source.exists() else []
            if not source.exists() or not set(re.findall(r"`(\w+)`", functions)) <= set(defined):
                wrong.append(f"{flow.name}: {name}{functions}")

    assert wrong == []


def test_links_between_the_docs_lead_somewhere():
    dead = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
        for target in re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text())
        if not (page.parent / target).exists()
    ]

    assert dead == []
