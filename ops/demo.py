"""The portal on this machine with invented data: ``python -m ops.demo start [--port N]`` and ``reset``.

Starts the durable private services, then the same seven programs as production (``ops/container-entry``): the web
first, so that a page is there at once, then relay and workers, then sealer and beat. Ctrl-C or SIGTERM stops all.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import http.client
import os
import secrets
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType
from urllib.parse import urlsplit

from ops.clamav import MISSING
from ops.databases import ServiceError
from ops.folders import PROJECT, VAR, outside_folder, state_folder
from ops.processes import end_all, service_account, spawn
from ops.services import Services, durable

ENTRY = PROJECT / "ops" / "container-entry"
PARTS = ("web", "proofs", "relay", "worker", "documents", "sealer", "beat")  # in starting order
BUNDID = "bundid"  # an invented one, ops.mock_bundid
WORKERS = ("proofs", "worker", "documents")  # those of PARTS that take work from Redis
BESIDE = PARTS.index("sealer")  # from here on nobody waits for them
WEB_PATIENCE = 60.0  # seconds until the first answer; a cold disk may need some
RESTARTS = 3  # a part that ends this often within RESTART_WINDOW seconds is broken, not unlucky
RESTART_WINDOW = 60.0
WATCH_EVERY = 0.25  # seconds between two looks at the parts


class DemoError(RuntimeError):
    """The demo cannot go on; the message is for the person at the terminal."""


class Part:
    """One program of the portal: its process, its log file and how often it had to be started."""

    def __init__(self, name: str, environment: Mapping[str, str], logs: Path) -> None:
        """``name`` is a role of ``ops/container-entry``, or BUNDID; ``logs`` the folder of its log."""
        self.name = name
        self.command: list[str | Path] = [ENTRY, name]
        if name == BUNDID:
            bundid = urlsplit(environment["PORTAL_BUNDID_SSO_URL"])
            keys = Path(environment["PORTAL_BUNDID_OWN_KEYS"]).parent
            self.command = [sys.executable, "-m", "ops.mock_bundid", "serve", "--folder", keys]
            self.command += ["--port", str(bundid.port)]
        self.log = logs / f"{name}.log"
        self.environment = environment
        self.starts: list[float] = []
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the program; its log begins anew with the demo and goes on after a restart."""
        mode = "ab" if self.starts else "wb"
        self.starts = [begun for begun in self.starts if time.monotonic() - begun < RESTART_WINDOW] + [time.monotonic()]
        with self.log.open(mode) as log:
            self.process = spawn(self.command, cwd=PROJECT, env=self.environment, output=log)

    def revive(self) -> None:
        """Start it again if it has ended. Raises DemoError when that happens too often."""
        code = None if self.process is None else self.process.poll()
        if code is None:
            return
        end_all([self.process])  # its helpers, too
        if len(self.starts) > RESTARTS:
            raise DemoError(f"{self.name} ends again and again (exit code {code}).\n{_log_end(self.log)}")
        print(f"{self.name} has ended (exit code {code}, see {self.log}); starting it again.", flush=True)
        self.start()


def start(port: int, state: Path | None = None) -> None:
    """Run the demo on ``port`` of this machine until a signal ends it. Raises DemoError with what to do.

    ``state``: where data and logs are kept instead of ``var``, for a test.
    """
    begun = time.monotonic()
    _claim(port)
    place = VAR if state is None else state
    logs = place / "log"
    with durable(state) as services:
        logs.mkdir(parents=True, exist_ok=True)
        environment = _environment(services, port)
        _write_for_a_shell(environment, place / "demo.env")
        sign_ins = _prepare(services, environment, logs / "prepare.log")
        parts = [Part(name, environment, logs) for name in (*PARTS, BUNDID)]
        try:
            parts[0].start()
            _await_page(parts[0], port)
            print(_welcome(port, time.monotonic() - begun, sign_ins, _scanner(services, environment)), flush=True)
            for part in parts[1:BESIDE]:
                part.start()
            _await_workers(parts, services)
            print(
                f"\nThe workers are ready after {time.monotonic() - begun:.1f} s. Ctrl-C stops everything.", flush=True
            )
            for part in parts[BESIDE:]:
                part.start()
            while True:
                _revive(parts, services)
                time.sleep(WATCH_EVERY)
        finally:
            print("\nStopping …", flush=True)
            end_all([part.process for part in parts])
            (place / "demo.env").unlink(missing_ok=True)


def reset() -> None:
    """Forget the demo's data: database, queue, files, keys, mails and logs. Raises SystemExit while it runs."""
    state = state_folder(service_account())
    with (state / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SystemExit("The demo is running. Stop it first, then reset it.") from None
        shutil.rmtree(state)
    for folder in (outside_folder(), VAR / "log"):
        shutil.rmtree(folder, ignore_errors=True)
    print("The demo's data is gone; the next start begins with fresh data.")


def _scanner(services: Services, environment: Mapping[str, str]) -> str:
    """Which virus scanner the demo has, for the person at the terminal."""
    address = environment["PORTAL_CLAMD"]
    if address == services.environment["PORTAL_CLAMD"] != "":
        return "clamd of the demo's own; it knows the EICAR test file and little else"
    return address or f"none, so uploads wait. {MISSING}"


def _welcome(port: int, seconds: float, sign_ins: str, scanner: str) -> str:
    address = f"http://localhost:{port}/"
    return (
        f"\nThe portal:       {address}   (after {seconds:.1f} s)"
        f"\nIts e-mails:      {address}demo/mails/"
        f"\nBuilding blocks:  {address}design/"
        f"\nVirus scanner:    {scanner}\n\n{sign_ins}"
    )


def _claim(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            message = f"Port {port} cannot be used ({error.strerror}). Choose another: make demo PORT={port + 1}"
            raise DemoError(message) from None


def _environment(services: Services, port: int) -> dict[str, str]:
    """What every part needs, on top of what the terminal has."""
    secret_key = _kept(services.state / "secret-key", secrets.token_urlsafe(60))
    vapid_key = _kept(services.state / "vapid-key", secrets.token_urlsafe(32))  # any 32 bytes but one in 2**32
    # PYTHON chose the environment at set-up; PORTAL_VENV says so from here on.
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHON"}
    return {
        **inherited,
        **services.environment,
        # A scanner of this machine with official signatures may be named instead of our own.
        "PORTAL_CLAMD": os.environ.get("PORTAL_CLAMD") or services.environment["PORTAL_CLAMD"],
        "DJANGO_SETTINGS_MODULE": "portal.settings.demo",
        "PORTAL_DB_USER": "portal_app",
        "PORTAL_SECRET_KEY": secret_key,
        "PORTAL_VAPID_PRIVATE_KEY": os.environ.get("PORTAL_VAPID_PRIVATE_KEY") or vapid_key,
        "PORTAL_BASE_URL": f"http://localhost:{port}",
        "PORTAL_WEB_BIND": f"127.0.0.1:{port}",
        "PORTAL_BEAT_SCHEDULE": str(services.state / "beat-schedule"),
        "PORTAL_VENV": sys.prefix,
        **_invented_bundid(services, port),
    }


def _kept(path: Path, fresh: str) -> str:
    """The secret in the file; the first time ``fresh``, which is written there."""
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as target:
            target.write(fresh)
    return path.read_text()


def _invented_bundid(services: Services, port: int) -> dict[str, str]:
    """Where the portal finds the demo's BundID, and the keys of both sides; made the first time."""
    folder = services.state / BUNDID
    command = [sys.executable, "-m", "ops.mock_bundid", "keys", "--folder", str(folder)]
    subprocess.run(command, cwd=PROJECT, check=True)
    address = f"http://localhost:{_free_port(port + 1)}"
    return {
        "PORTAL_BUNDID_ENTITY_ID": f"{address}/metadata",
        "PORTAL_BUNDID_SSO_URL": f"{address}/sso",
        "PORTAL_BUNDID_CERTIFICATES": str(folder / "bundid.crt"),
        "PORTAL_BUNDID_OWN_KEYS": str(folder / "portal.key"),
        "PORTAL_BUNDID_OWN_CERTIFICATES": str(folder / "portal.crt"),
        "PORTAL_BUNDID_SERVICE_ID": "BMI-DEMO",
        "PORTAL_BUNDID_ORGANIZATION": "Jobcenter Musterstadt (Demo)",
    }


def _free_port(wished: int) -> int:
    """The port that was wished for, or any other when it is taken."""
    for port in (wished, 0):
        with socket.socket() as probe, suppress(OSError, OverflowError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
            return int(probe.getsockname()[1])
    raise DemoError("No port is free for the invented BundID.")


def _write_for_a_shell(environment: Mapping[str, str], target: Path) -> None:
    """The variables of the running demo: ``set -a; . var/demo.env; .venv/bin/python manage.py shell``."""
    names = [name for name in environment if name.startswith(("PORTAL_", "DJANGO_"))]
    target.touch(mode=0o600)
    target.write_text("".join(f"{name}={shlex.quote(environment[name])}\n" for name in names))


def _prepare(services: Services, environment: Mapping[str, str], log: Path) -> str:
    """Keys, tables and demo data, when the sources of these have changed; returns the demo's sign-ins."""
    stamp, sign_ins = services.state / "prepared", services.state / "sign-ins.txt"
    wanted = _fingerprint()
    if not (stamp.exists() and stamp.read_text() == wanted):
        print("Preparing tables and demo data …", flush=True)
        owner = {**environment, "PORTAL_DB_USER": "portal", "PORTAL_MIGRATE_VERBOSITY": "0"}
        _manage([ENTRY, "migrate"], owner, log)
        sign_ins.write_bytes(_manage([sys.executable, "manage.py", "load_demo"], owner, log))
        stamp.write_text(wanted)
    return sign_ins.read_text()


def _fingerprint() -> str:
    """A hash over everything that decides about tables and demo data."""
    sources: Iterable[Path] = [
        *PROJECT.glob("*/migrations/*.py"),
        *PROJECT.glob("portal/*/migrations/*.py"),
        *PROJECT.glob("*/management/commands/*.py"),
        *PROJECT.glob("portal/*/management/commands/*.py"),
        *PROJECT.glob("*/demo/**/*"),
        *PROJECT.glob("portal/*/demo/**/*"),
        PROJECT / "requirements" / "runtime.txt",
    ]
    digest = hashlib.sha256()
    for path in sorted(source for source in sources if source.is_file() and "__pycache__" not in source.parts):
        digest.update(str(path.relative_to(PROJECT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _manage(command: Sequence[str | Path], environment: Mapping[str, str], log: Path) -> bytes:
    with log.open("ab") as errors:
        process = subprocess.run(
            command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, stderr=errors, check=False
        )
        errors.write(process.stdout)
    if process.returncode:
        raise DemoError(f"{' '.join(map(str, command[1:]))} failed.\n{_log_end(log)}")
    return process.stdout


def _await_page(web: Part, port: int) -> None:
    deadline = time.monotonic() + WEB_PATIENCE
    while time.monotonic() < deadline:
        if web.process is not None and web.process.poll() is not None:
            raise DemoError(f"The web server ended at once.\n{_log_end(web.log)}")
        with suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", "/")
            if connection.getresponse().status < http.client.INTERNAL_SERVER_ERROR:
                return
            raise DemoError(f"The start page answers with an error.\n{_log_end(web.log)}")
        time.sleep(0.02)
    raise DemoError(f"The web server did not answer within {WEB_PATIENCE:.0f} s.\n{_log_end(web.log)}")


def _await_workers(parts: Sequence[Part], services: Services) -> None:
    """Until all block on their queues, which is how they wait for tasks."""
    while services.redis.ask("CLIENT", "LIST").count(b"cmd=brpop") < len(WORKERS):
        _revive(parts, services)
        time.sleep(0.05)


def _revive(parts: Sequence[Part], services: Services) -> None:
    """Report what has ended and start it again. Raises DemoError when that does not help."""
    for service in services.all:
        if not service.running:
            print(f"{service.name} has ended; starting it again.", flush=True)
            service.start()
    for part in parts:
        part.revive()


def _log_end(log: Path) -> str:
    lines = log.read_text(errors="replace").splitlines()[-20:]
    return "\n".join([*lines, f"(the whole log: {log})"])


def _leave(number: int, _frame: FrameType | None) -> None:
    for again in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(again, signal.SIG_IGN)  # stopping takes a moment; impatience must not leave processes behind
    raise SystemExit(0 if number == signal.SIGINT else 128 + number)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line: ``start [--port N]`` or ``reset``."""
    parser = argparse.ArgumentParser(prog="python -m ops.demo", description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="action", required=True)
    starter = commands.add_parser("start")
    starter.add_argument("--port", type=int, default=8000)
    starter.add_argument("--state", type=Path, help="where data and logs are kept instead of var")
    commands.add_parser("reset")
    options = parser.parse_args(arguments)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _leave)
    try:
        start(options.port, options.state) if options.action == "start" else reset()
    except (DemoError, ServiceError) as error:
        raise SystemExit(f"\n{error}") from None


if __name__ == "__main__":
    main()
