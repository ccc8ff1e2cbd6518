"""The contracts of pyproject.toml hold, and they would notice a break."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
        "--no-cache",
    ]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def copied(tmp_path: Path) -> Path:
    for name in ("portal", "applications", "mailbox", "appointments"):
        for source in (ROOT / name).rglob("*.py"):
            target = tmp_path / source.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(source.read_text())
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text())
    return tmp_path


def test_junk_drawer_is_refused(tmp_path):
    folder = copied(tmp_path)
    (folder / "mailbox" / "utils.py").write_text('"""Odds and ends."""\n')

    result = lint_imports(folder)

    assert result.returncode == 1
    assert "mailbox.utils" in result.stdout


def test_late_import_upwards_is_refused(tmp_path):
    folder = copied(tmp_path)
    enums = folder / "portal" / "cases" / "enums.py"
    enums.write_text(enums.read_text() + "\n\ndef f():\n    from portal.cases import services\n    return services\n")

    result = lint_imports(folder)

    assert result.returncode == 1
    assert "portal.cases.enums is not allowed to import portal.cases.services" in result.stdout
