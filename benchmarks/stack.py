"""The real stack on loopback for one benchmark: services, gunicorn as in production, relay, workers, and the floor."""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg2

from ops.services import Services, throwaway

ROOT = Path(__file__).parent.parent
PORTAL_PORT = 8471
FLOOR_PORT = 8472
STARTED_PORT = 8473
MAIL_PORT = 8474
ENTRY = str(ROOT / "ops" / "container-entry")
GUNICORN = (  # as ops/container-entry starts the portal
    *("--workers", "2", "--worker-class", "gthread", "--threads", "4", "--preload"),
    *("--worker-tmp-dir", "/dev/shm", "--no-control-socket", "--log-level", "warning"),  # noqa: S108 -- memory-backed
)


@dataclass
class Stack:
    """Running processes by name and the environment that a Django process needs to join them."""

    services: Services
    environment: dict[str, str]
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def manage(self, *arguments: str, settings: str = "portal.settings.production") -> None:
        """Run a management command as the owner of the database. Raises CalledProcessError."""
        subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env={**self.environment, "PORTAL_DB_USER": "portal", "DJANGO_SETTINGS_MODULE": settings},
            check=True,
            stdout=subprocess.DEVNULL,
        )

    def spawn(self, name: str, *command: str, cwd: Path = ROOT, **environment: str) -> None:
        """Start a process that is ended with the stack."""
        self.processes[name] = subprocess.Popen(
            command, cwd=cwd, env={**self.environment, **environment}, stdout=subprocess.DEVNULL
        )

    def peak_memory(self, name: str) -> float:
        """The largest resident memory that a worker of ``name`` ever had, in MB."""
        parent = self.processes[name].pid
        children = [int(pid) for pid in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]
        return max(_peak(pid) for pid in children or [parent])

    def processor_seconds(self) -> float:
        """What all processes of the stack, services included, have worked until now, with children that ended."""
        return sum(_worked(pid) for pid in _family(os.getpid()))


def _family(pid: int) -> Iterator[int]:
    """The process and all that come from it."""
    yield pid
    with suppress(OSError):  # it ended meanwhile
        for thread in Path(f"/proc/{pid}/task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from _family(int(child))


def _worked(pid: int) -> float:
    try:
        figures = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0  # it counts with its parent now
    return sum(map(int, figures[11:15])) / os.sysconf("SC_CLK_TCK")


def _peak(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0


@contextmanager
def stack() -> Iterator[Stack]:
    """Services and a migrated portal with demo data; writes wait for the disk as in production."""
    with throwaway(safe_writes=True) as services, ExitStack() as cleanup:
        environment = {
            **os.environ,
            **services.environment,
            "DJANGO_SETTINGS_MODULE": "portal.settings.production",
            "PORTAL_SECRET_KEY": "benchmark-key-0123456789-abcdefghijklmnopqrstuvwxyz-0123456789-XYZ",
            "PORTAL_ALLOWED_HOSTS": "localhost",
            "PORTAL_BASE_URL": "https://localhost",
            "PORTAL_TRUSTED_PROXY": "1",
            "PORTAL_DB_USER": "portal_app",
            "PORTAL_SMTP_HOST": "127.0.0.1",
            "PORTAL_SMTP_PORT": str(MAIL_PORT),
            "PYTHONPATH": str(ROOT),
        }
        built = Stack(services, environment)
        cleanup.callback(_end, built.processes)
        built.manage("create_keysets", "--if-missing")
        built.manage("collectstatic", "--noinput")
        built.manage("migrate", "--verbosity", "0")
        built.manage("grant_app_role")
        built.manage("load_demo", settings="portal.settings.demo")
        yield built


def _end(processes: dict[str, subprocess.Popen[bytes]]) -> None:
    for process in processes.values():
        process.terminate()
    for process in processes.values():
        process.wait()


def start_web(built: Stack) -> None:
    """Start gunicorn with the portal and wait for its first answer."""
    built.spawn("web", ENTRY, "web", PORTAL_WEB_BIND=f"127.0.0.1:{PORTAL_PORT}")
    await_answer(PORTAL_PORT, "/robots.txt")


def start_workers(built: Stack) -> None:
    """Relay and Celery workers, and a mail server that takes everything and keeps nothing."""
    sink = ("-n", "-l", f"127.0.0.1:{MAIL_PORT}", "-c", "aiosmtpd.handlers.Sink")
    built.spawn("mail", sys.executable, "-m", "aiosmtpd", *sink)
    built.spawn("relay", ENTRY, "relay")
    built.spawn("proofs", ENTRY, "proofs")
    built.spawn("worker", ENTRY, "worker")
    built.spawn("documents", ENTRY, "documents")


def start_floor(built: Stack) -> None:
    """The floor application with a database of its own on the same server."""
    socket = built.environment["PORTAL_DB_HOST"]
    connection = psycopg2.connect(host=socket, user="portal", dbname="postgres")
    connection.autocommit = True
    connection.cursor().execute("CREATE DATABASE floor")
    connection.close()
    folder = ROOT / "benchmarks" / "floor"
    environment = {**built.environment, "PORTAL_DB_NAME": "floor"}
    subprocess.run([sys.executable, "floor_app.py"], cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    _serve_floor(built, "floor", FLOOR_PORT)


def _serve_floor(built: Stack, name: str, port: int) -> None:
    command = (sys.executable, "-m", "gunicorn", "serve:application", "--bind", f"127.0.0.1:{port}", *GUNICORN)
    built.spawn(name, *command, cwd=ROOT / "benchmarks" / "floor", PORTAL_DB_NAME="floor")
    await_answer(port, "/start")


def start_bare(built: Stack) -> float:
    """Start the floor once more on a port of its own and end it; returns the seconds until its first answer."""
    began = time.perf_counter()
    _serve_floor(built, "started", STARTED_PORT)
    return _ended(built, time.perf_counter() - began)


def start_again(built: Stack) -> float:
    """The same for the portal."""
    began = time.perf_counter()
    built.spawn("started", ENTRY, "web", PORTAL_WEB_BIND=f"127.0.0.1:{STARTED_PORT}")
    await_answer(STARTED_PORT, "/robots.txt")
    return _ended(built, time.perf_counter() - began)


def _ended(built: Stack, elapsed: float) -> float:
    process = built.processes.pop("started")
    process.terminate()
    process.wait()
    return elapsed


def people(built: Stack, name: str) -> Any:
    """What ``benchmarks.people`` prepares under this name."""
    command = [sys.executable, "-m", "benchmarks.people", name]
    answer = subprocess.run(command, cwd=ROOT, env=built.environment, check=True, stdout=subprocess.PIPE)
    return json.loads(answer.stdout)


def await_answer(port: int, path: str, patience: float = 30.0) -> None:
    """Wait until the server answers at all. Raises TimeoutError."""
    deadline = time.monotonic() + patience
    while True:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", path, headers={"Host": "localhost", "X-Forwarded-Proto": "https"})
            connection.getresponse().read()
        except OSError:
            if time.monotonic() > deadline:
                raise TimeoutError(f"nothing answers on port {port}") from None
            time.sleep(0.01)
        else:
            return
        finally:
            connection.close()
