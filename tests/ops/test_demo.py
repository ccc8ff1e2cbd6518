import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from ops.demo import _fingerprint
from ops.folders import PROJECT
from tests.ops.processes_of import processes_of, wait_until


def start_demo(base, port):
    command = [sys.executable, "-m", "ops.demo", "start", "--port", str(port), "--state", base]
    return subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def health(base, role):
    variables = [line.split("=", 1) for line in (base / "demo.env").read_text().splitlines()]
    environment = {**os.environ, **{name: "".join(shlex.split(value)) for name, value in variables}}
    return subprocess.run(
        [PROJECT / "ops" / "container-health", role], env=environment, stdout=subprocess.DEVNULL, check=False
    ).returncode


def read_until(process, pattern):
    said = ""
    for line in process.stdout:
        said += line
        if re.search(pattern, line):
            return said
    pytest.fail(f"The demo never said {pattern}:\n{said}")


def test_a_port_in_use_is_said_with_the_way_out(base):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        said, _ = start_demo(base, port).communicate()
    assert said == f"\nPort {port} cannot be used (Address already in use). Choose another: make demo PORT={port + 1}\n"


def test_the_fingerprint_changes_with_a_migration(monkeypatch, base):
    monkeypatch.setattr("ops.demo.PROJECT", base)
    migrations = base / "mailbox" / "migrations"
    migrations.mkdir(parents=True)
    (migrations / "0001_initial.py").write_text("one")
    before = _fingerprint()
    assert _fingerprint() == before
    (migrations / "0001_initial.py").write_text("two")
    assert _fingerprint() != before


@pytest.mark.fault
@pytest.mark.slow
def test_demo_serves_restarts_what_dies_and_leaves_nothing(base):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with start_demo(base, port) as process:
        said = read_until(process, r"The workers are ready after")
        assert "miriam.sander@example.org" in said
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=60) as page:
            assert page.status == 200
        for role in ("web", "proofs", "worker", "documents"):  # a busy machine may need more than its five seconds
            assert wait_until(lambda role=role: health(base, role) == 0), role
        beat = next(
            pid for pid in processes_of("celery --app portal --quiet beat".replace(" ", "\0")) & processes_of(base)
        )
        subprocess.run(["/bin/kill", "-9", str(beat)], check=True)
        read_until(process, r"^beat has ended \(exit code -9, see .*beat\.log\); starting it again\.")
        process.send_signal(signal.SIGINT)
        assert process.stdout.read().strip() == "Stopping …"
        assert process.wait(120) == 0
    assert wait_until(lambda: processes_of(base) == set())
