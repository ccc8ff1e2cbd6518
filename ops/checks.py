"""What ``make test`` and ``make check`` run: style, types, architecture, templates, migrations, then pytest.

Every check runs, so that one look at the end shows all that is wrong; the exit code is zero only when all succeeded.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ops.clamav import MISSING
from ops.folders import PROJECT
from ops.migrated import migrated_cluster
from ops.services import leave_on_signals, run_with_signals, throwaway

BIN = Path(sys.executable).parent
WHOLE = "not fault"  # `make faults` breaks services on purpose: it wants a machine of its own
QUICK = ["-p", "ops.quick", "-p", "no:playwright", "--ignore", "tests/journeys"]  # without a browser
NO_TEST_CHOSEN = 5  # pytest's exit code


@dataclass(frozen=True)
class Check:
    """One command; ``program`` lies in the environment's ``bin``."""

    name: str
    program: str
    arguments: Sequence[str]

    @property
    def command(self) -> list[str]:
        """What to start."""
        return [str(BIN / self.program), *self.arguments]


@dataclass(frozen=True)
class Outcome:
    """How a check ended and how long it took."""

    name: str
    succeeded: bool
    seconds: float


STATIC = (
    Check("types", "python", ["-m", "mypy"]),  # the longest first: the others run beside it
    Check("database", "python", ["-m", "ops.migrated"]),  # no check: the tests would wait for it afterwards
    Check("style", "ruff", ["check", "."]),
    Check("layout", "ruff", ["format", "--check", "."]),
    Check("architecture", "lint-imports", []),
    Check("templates", "djlint", ["templates", "--lint", "--quiet"]),
    Check("migrations", "python", ["manage.py", "makemigrations", "--check", "--dry-run"]),  # warns of no database
)
FORMATTERS = (
    Check("imports and simple faults", "ruff", ["check", "--fix-only", "."]),
    Check("layout", "ruff", ["format", "."]),
)


def translations() -> list[Check]:
    """A check for every translation: complete syntax, placeholders that fit."""
    catalogues = sorted(PROJECT.glob("locale/*/LC_MESSAGES/*.po"))
    names = [str(path.relative_to(PROJECT)) for path in catalogues]
    return [Check(f"translation {name}", "/usr/bin/msgfmt", ["--check", "-o", os.devnull, name]) for name in names]


def run_static() -> list[Outcome]:
    """Run the checks that need no service, two at a time; the output of a failed one is shown whole."""
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        return list(pool.map(_quiet, [*STATIC, *translations()]))


def run_tests(arguments: Sequence[str]) -> Outcome:
    """Pytest with private services; the fast tests come first (``ops.slow_last``)."""
    with throwaway(cluster=migrated_cluster()) as services:
        if services.clamd is None:
            print(f"{MISSING} Every test of uploads will fail.", flush=True)
        environment = {
            **os.environ,
            **services.environment,
            "DJANGO_SETTINGS_MODULE": "portal.settings.test",
            "PORTAL_TEST_TEMPLATE": services.environment["PORTAL_DB_NAME"],
        }
        begun = time.monotonic()
        command = [sys.executable, "-m", "pytest", "-p", "ops.slow_last", *arguments]
        code = run_with_signals(command, environment)
        outcome = Outcome("tests", code == 0, time.monotonic() - begun)
        if code == NO_TEST_CHOSEN:
            print("No test fits the selection.", flush=True)
    return outcome


def _quiet(check: Check) -> Outcome:
    begun = time.monotonic()
    process = subprocess.run(
        check.command,
        cwd=PROJECT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    outcome = Outcome(check.name, process.returncode == 0, time.monotonic() - begun)
    word = "ok" if outcome.succeeded else "FAILED"
    print(f"{check.name:<14} {word} ({outcome.seconds:.1f} s)", flush=True)
    if not outcome.succeeded:
        print(f"$ {' '.join(check.command)}\n{process.stdout}", flush=True)
    return outcome


def main(arguments: Sequence[str] | None = None) -> int:
    """``[--quick | --format] [pytest arguments]``; with pytest arguments only those tests run.

    Returns the exit code.
    """
    parser = argparse.ArgumentParser(prog="python -m ops.checks", description=__doc__.splitlines()[0])
    parser.add_argument(
        "--quick", action="store_true", help="only tests without a database, and those of what has changed (ops.quick)"
    )
    parser.add_argument("--format", action="store_true", help="repair what can be repaired")
    options, chosen = parser.parse_known_args(arguments)
    leave_on_signals()
    if options.format:
        repaired = [_quiet(check).succeeded for check in FORMATTERS]
        return int(not all(repaired))
    outcomes = [] if chosen else run_static()
    which = QUICK if options.quick else ["-m", WHOLE]
    selection = chosen or ["-q", "-n", "2", "--maxschedchunk", "4", *which]
    outcomes.append(run_tests(selection))
    print("Seconds: " + ", ".join(f"{outcome.name} {outcome.seconds:.1f}" for outcome in outcomes))
    failed = [outcome.name for outcome in outcomes if not outcome.succeeded]
    if failed:
        print(f"FAILED: {', '.join(failed)}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
