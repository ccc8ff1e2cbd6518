"""A private PostgreSQL, Redis and clamd on unix sockets, without Docker, installation or network.

``python -m ops.services run -- COMMAND`` gives COMMAND throw-away services and removes them afterwards. From Python::

    with throwaway() as services:            # tests, benchmarks: fast, forgotten at the end
        subprocess.run(command, env={**os.environ, **services.environment})
        services.redis.kill()                # SIGKILL, for fault tests
        services.redis.start()

    with durable() as services: ...          # the demo: data stays under var/, nothing is lost when power fails
"""

from __future__ import annotations

import argparse
import fcntl
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from ops.clamav import Clamd, find_clamd
from ops.databases import PostgreSQL, Redis, Service
from ops.folders import STALE_AFTER, check_base, own_folder, state_folder, temporary_base
from ops.processes import Account, end, service_account, spawn


class Services:
    """PostgreSQL, Redis and clamd that belong together; ``environment`` tells the portal where they are.

    ``clamd`` is None where the program is not installed; then ``PORTAL_CLAMD`` is empty and no upload is released.
    ``environment`` also names folders for uploads, keysets and mails of the demo: kept or forgotten with the rows.
    """

    def __init__(self, home: Path, state: Path, account: Account | None, *, lasting: bool, safe_writes: bool) -> None:
        """``home``: short folder for sockets. ``state``: data folders. ``lasting``: keep data between starts."""
        self.state = state
        sockets = own_folder(home / "run", account)
        self.postgres = PostgreSQL(state, sockets, account, lasting=lasting, safe_writes=safe_writes)
        self.redis = Redis(state, sockets, account, lasting=lasting, safe_writes=safe_writes)
        scanner = find_clamd(account)
        self.clamd = (
            None
            if scanner is None
            else Clamd(state, sockets, account, lasting=lasting, safe_writes=safe_writes, program=scanner)
        )
        self.environment: dict[str, str] = {
            "PORTAL_DB_HOST": str(sockets),
            "PORTAL_DB_NAME": "portal",
            "PORTAL_DB_USER": "portal",
            "PORTAL_BROKER_URL": f"redis+socket://{self.redis.socket}",
            "PORTAL_CACHE_URL": f"unix://{self.redis.socket}?db=1",
            "PORTAL_CLAMD": str(self.clamd.socket) if self.clamd else "",
            "PORTAL_SIGNATURE_DAYS": "0",  # our own signatures have no date
        }
        for variable, name in (("DATA", "data"), ("KEYSET", "keysets"), ("MAIL", "mail")):  # live and die with the rows
            self.environment[f"PORTAL_{variable}_DIR"] = str(own_folder(state / name))

    @property
    def all(self) -> Sequence[Service]:
        """Every service, in starting order."""
        return (self.postgres, self.redis, *([self.clamd] if self.clamd else []))

    def start(self) -> None:
        """Start all and wait until each answers. Raises ServiceError with the end of the service's log."""
        for service in self.all:
            service.launch()
        for service in self.all:
            service.await_ready()

    def stop(self) -> None:
        """Stop all, the last started first; returns when every process is gone."""
        for service in reversed(self.all):
            service.stop()


@contextmanager
def throwaway(
    base: Path | None = None, *, keep: bool = False, safe_writes: bool = False, cluster: Path | None = None
) -> Iterator[Services]:
    """Services whose data is forgotten.

    ``base``: where the temporary folder is made (default: in memory when there is room). ``keep``: do not remove it.
    ``safe_writes``: wait for the disk as in production, for measurements. ``cluster``: begin with a copy of this one.
    """
    account = service_account()
    with temporary_home(account, base, keep=keep) as home:
        services = Services(home, home, account, lasting=False, safe_writes=safe_writes)
        services.postgres.copied_from = cluster
        with _running(services):
            yield services


@contextmanager
def durable(state: Path | None = None) -> Iterator[Services]:
    """Services whose data stays in ``state`` (default: ``state_folder``). Raises SystemExit when they run already."""
    account = service_account()
    state = state_folder(account, state)
    with (state / "lock").open("w") as lock, temporary_home(account) as home:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SystemExit(f"The services in {state} are running already; stop that demo first.") from None
        services = Services(home, state, account, lasting=True, safe_writes=True)
        with _running(services):
            yield services


@contextmanager
def _running(services: Services) -> Iterator[None]:
    try:
        services.start()
        yield
    finally:
        services.stop()


@contextmanager
def temporary_home(account: Account | None, base: Path | None = None, *, keep: bool = False) -> Iterator[Path]:
    """A new short folder, locked while we live so that the next start can tell it from one a SIGKILL left behind."""
    base = check_base(base, account) if base else temporary_base(account)
    _sweep(base)
    home = Path(tempfile.mkdtemp(prefix="portal-", dir=base))
    home.chmod(0o711 if os.geteuid() == 0 else 0o700)
    lock = (home / "lock").open("w")
    fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        yield home
    finally:
        if keep:
            print(f"kept: {home}", file=sys.stderr)
        else:
            shutil.rmtree(home, ignore_errors=True)
        lock.close()


def _sweep(base: Path) -> None:
    for home in base.glob("portal-*"):
        with suppress(OSError):
            facts = home.lstat()
            if facts.st_uid != os.geteuid() or time.time() - facts.st_mtime < STALE_AFTER:
                continue
            with (home / "lock").open("r+") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(home, ignore_errors=True)


def run(command: Sequence[str], *, base: Path | None = None, keep: bool = False) -> int:
    """Run ``command`` with throw-away services; returns its exit code (see ``run_with_signals``)."""
    with throwaway(base, keep=keep) as services:
        return run_with_signals(command, {**os.environ, **services.environment})


def run_with_signals(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run ``command`` to its end; returns its exit code (128 + signal number when a signal ended it, 127: not found).

    An interrupt reaches the command, and we wait for it. When we are told to end, it is ended first.
    """
    try:
        child = spawn(command, own_session=False, stdin=None, env=environment)
    except OSError as error:
        print(f"{command[0]}: {error.strerror}", file=sys.stderr)
        return 127
    try:
        while True:
            try:
                code = child.wait()
            except KeyboardInterrupt:
                if not sys.stdin.isatty():  # a terminal has sent it to the command already
                    child.send_signal(signal.SIGINT)
            else:
                return code if code >= 0 else 128 - code
    finally:
        end(child)


def leave_on_signals() -> None:
    """Let SIGTERM and SIGHUP end this program in an orderly way: everything started is stopped and removed."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _leave)


def _leave(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # a second one must not break off the cleaning up
    raise SystemExit(128 + number)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line: ``run [--dir D] [--keep] -- COMMAND…``."""
    parser = argparse.ArgumentParser(prog="python -m ops.services", description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="action", required=True)
    runner = commands.add_parser("run", help="run a command with throw-away services")
    runner.add_argument("--dir", type=Path, help="where the temporary folder is made")
    runner.add_argument("--keep", action="store_true", help="leave the data and logs for a look")
    runner.add_argument("command", nargs=argparse.REMAINDER, metavar="-- COMMAND")
    options = parser.parse_args(arguments)
    leave_on_signals()
    command = options.command[1:] if options.command[:1] == ["--"] else options.command
    if not command:
        parser.error("which command? for example: run -- python -m pytest")
    return run(command, base=options.dir, keep=options.keep)


if __name__ == "__main__":
    sys.exit(main())
