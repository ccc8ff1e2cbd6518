"""Start and stop child processes so that none outlives us, and give root's services an ordinary account."""

from __future__ import annotations

import errno
import os
import pwd
import shutil
import signal
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

# From util-linux; unlike Popen's preexec_fn it runs no Python between fork and exec, where threads could deadlock.
_TIE = shutil.which("setpriv")
# Linux sends the death signal when the *thread* that forked ends, so every child is forked by this one lasting thread.
_SPAWNER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="spawner")


@dataclass(frozen=True)
class Account:
    """An ordinary system account (uid, gid) that root lends to the services; PostgreSQL refuses to run as root."""

    name: str
    uid: int
    gid: int

    def may_run(self, program: Path) -> bool:
        """Whether this account can reach and execute ``program`` (it is started once with ``--version``)."""
        try:
            return self._run([str(program), "--version"]) == 0
        except PermissionError:
            return False

    def may_enter(self, folder: Path) -> bool:
        """Whether this account can pass through every parent into ``folder``."""
        return self._run(["test", "-x", str(folder)]) == 0

    def _run(self, command: Sequence[str]) -> int:
        return subprocess.run(
            command,
            user=self.uid,
            group=self.gid,
            extra_groups=[],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        ).returncode


def service_account() -> Account | None:
    """The account for services when we are root (``postgres``, else ``nobody``); None for an ordinary user."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, entry.pw_uid, entry.pw_gid)
    raise SystemExit("Neither the account postgres nor nobody exists: start this as an ordinary user.")


def spawn(
    command: Sequence[str | Path],
    *,
    account: Account | None = None,
    death_signal: signal.Signals = signal.SIGTERM,
    own_session: bool = True,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    stdin: int | IO[bytes] | None = subprocess.DEVNULL,
    output: int | IO[bytes] | None = None,
) -> subprocess.Popen[bytes]:
    """Start ``command``; the kernel sends it ``death_signal`` should we die, even by SIGKILL.

    ``own_session`` keeps a terminal's Ctrl-C away from it. ``output`` takes standard output and standard error.
    Raises FileNotFoundError.
    """
    words = [str(word) for word in command]
    if shutil.which(words[0]) is None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), words[0])
    tied = [_TIE, "--pdeathsig", death_signal.name.removeprefix("SIG"), "--"] if _TIE else []
    return _SPAWNER.submit(
        subprocess.Popen,
        [*tied, *words],
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
        start_new_session=own_session,
        cwd=cwd,
        env=env,
        stdin=stdin,
        stdout=output,
        stderr=subprocess.STDOUT if output is not None else None,
    ).result()


def end(process: subprocess.Popen[bytes], first: signal.Signals = signal.SIGTERM, patience: float = 10.0) -> None:
    """Send ``first``, wait ``patience`` seconds, then SIGKILL; returns when the process is gone."""
    if process.poll() is None:
        process.send_signal(first)
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
    process.wait()


def end_all(processes: Iterable[subprocess.Popen[bytes] | None], patience: float = 10.0) -> None:
    """SIGTERM to all at once, wait ``patience`` seconds for each; then SIGKILL to whatever is left of their sessions.

    For processes that ``spawn`` gave a session of their own.
    """
    started = [process for process in processes if process is not None]
    for process in started:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
    for process in started:
        with suppress(subprocess.TimeoutExpired):
            process.wait(patience)
    for process in started:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
