import subprocess
import sys

import pytest

from ops import checks
from ops.checks import Check, run_static
from ops.folders import PROJECT


def test_a_failed_check_is_shown_whole_and_a_good_one_in_one_line(monkeypatch, capsys):
    monkeypatch.setattr(
        checks,
        "STATIC",
        (Check("good", "python", ["-c", "print('fine')"]), Check("bad", "python", ["-c", "print('wrong'); exit(3)"])),
    )
    monkeypatch.setattr(checks, "translations", list)
    assert [outcome.succeeded for outcome in run_static()] == [True, False]
    said = capsys.readouterr().out
    assert "fine" not in said
    assert "\nwrong\n" in said


@pytest.mark.slow
def test_choosing_no_test_is_a_failure_and_claims_no_success():
    command = [sys.executable, "-m", "ops.checks", "-q", "tests/ops/test_packages.py", "-k", "no_such_test"]
    process = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert process.returncode == 1
    assert "No test fits the selection." in process.stdout
    assert process.stdout.rstrip().endswith("FAILED: tests")
    assert "passed" not in process.stdout
