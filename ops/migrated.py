"""A cluster whose database is migrated already, made once per state of the migrations and copied by every test run.

A hundred migrations take ten seconds of each run, however few tests it has; copying takes half of one.
``python -m ops.migrated -- COMMAND`` runs COMMAND with throw-away services that begin with a copy; without a command it
only makes the cluster.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from ops.folders import PROJECT, VAR
from ops.services import leave_on_signals, run_with_signals, throwaway

FOLDER = VAR / "test-cluster"
MADE_BY = ("portal/settings/*.py", "requirements/runtime.txt", "ops/databases.py")


def migrated_cluster() -> Path:
    """The folder of the migrated cluster, made if need be; those of earlier states are removed.

    Its database ``portal`` is what the test databases are made from (``PORTAL_TEST_TEMPLATE``).
    """
    wanted = FOLDER / _state()
    if not wanted.exists():
        shutil.rmtree(FOLDER, ignore_errors=True)
        FOLDER.mkdir(parents=True)
        _make(wanted)
    return wanted


def _make(wanted: Path) -> None:
    fresh = wanted.with_name(f"{wanted.name}.{os.getpid()}")
    with throwaway() as services:
        subprocess.run(
            [sys.executable, "manage.py", "migrate", "-v", "0", "--settings", "portal.settings.test"],
            cwd=PROJECT,
            env={**os.environ, **services.environment},
            check=True,
        )
        services.postgres.stop_signal = services.postgres.keeping_signal
        services.postgres.stop()
        shutil.copytree(services.postgres.data, fresh)
    try:
        fresh.rename(wanted)
    except OSError:  # another run was faster
        shutil.rmtree(fresh)


def _state() -> str:
    """What the result depends on: migrations, settings, libraries."""
    digest = hashlib.sha256()
    for path in _sources():
        digest.update(str(path.relative_to(PROJECT)).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _sources() -> Iterator[Path]:
    for app in ("portal", "applications", "mailbox", "appointments"):
        yield from sorted((PROJECT / app).glob("**/migrations/*.py"))
    for pattern in MADE_BY:
        yield from sorted(PROJECT.glob(pattern))


def run(command: Sequence[str]) -> int:
    """Run ``command`` with throw-away services and all tables; returns its exit code."""
    with throwaway(cluster=migrated_cluster()) as services:
        return run_with_signals(command, {**os.environ, **services.environment, "PORTAL_OWN_SERVICES": "1"})


if __name__ == "__main__":
    leave_on_signals()
    if chosen := sys.argv[2:] if sys.argv[1:2] == ["--"] else sys.argv[1:]:
        sys.exit(run(chosen))
    migrated_cluster()
