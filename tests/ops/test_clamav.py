import os
import re
import subprocess
import sys

from ops import clamav
from ops.clamav import CONFIGURATION, EICAR, MARKER, Clamd, find_clamd
from ops.databases import Service
from ops.folders import PROJECT
from ops.processes import service_account
from ops.services import throwaway
from tests.ops.processes_of import processes_of, wait_until


def test_a_chosen_program_comes_before_all_others(base, monkeypatch):
    (base / "my-clamd").write_text("#!/bin/sh\n")
    (base / "my-clamd").chmod(0o755)
    monkeypatch.setenv("PORTAL_CLAMD_SERVER", str(base / "my-clamd"))
    assert find_clamd(None) == base / "my-clamd"


def test_folders_of_system_programs_are_searched_whatever_the_path_is(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    assert find_clamd(None).name == "clamd"


def test_without_the_program_services_start_and_say_that_there_is_no_scanner(base, monkeypatch):
    monkeypatch.setenv("PORTAL_CLAMD_SERVER", "/nowhere/clamd")
    with throwaway(base) as services:
        assert (services.clamd, services.environment["PORTAL_CLAMD"]) == (None, "")
        assert [service.name for service in services.all] == ["postgres", "redis"]


def test_setup_says_what_is_missing():
    command = [sys.executable, "-m", "ops.clamav"]
    environment = {**os.environ, "PORTAL_CLAMD_SERVER": "/nowhere/clamd"}
    process = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    assert (process.returncode, process.stderr) == (1, f"{clamav.MISSING}\n")


def test_services_hold_a_scanner_without_a_network_door(base):
    with throwaway(base) as services:
        assert services.environment["PORTAL_CLAMD"] == str(services.clamd.socket)
        assert services.clamd.answers()
        assert "TCPSocket" not in (services.clamd.data / "clamd.conf").read_text()
        assert services.clamd.socket.stat().st_mode & 0o777 == 0o600
    assert wait_until(lambda: processes_of(base) == set())


def test_streams_of_a_killed_scanner_are_forgotten(private_clamd):
    private_clamd.kill()
    (private_clamd.data / "pieces" / "left").write_text("somebody's paper")
    private_clamd.start()
    assert list((private_clamd.data / "pieces").iterdir()) == []


def test_limits_are_those_of_production(private_clamd):
    ours = set((private_clamd.data / "clamd.conf").read_text().splitlines())
    theirs = {line for line in CONFIGURATION.read_text().splitlines() if line and not line.startswith("#")}
    places = {"LocalSocket", "TCPSocket", "DatabaseDirectory", "TemporaryDirectory"}
    assert {line.split()[0] for line in theirs - ours} == places


def test_every_signature_is_loaded(private_clamd):
    """A rule file with a fault is skipped with only a warning."""
    log = private_clamd.log.read_text()
    assert re.search(r"error|warning", log, re.IGNORECASE) is None, log


def test_where_apparmor_watches_a_copy_is_started(base, monkeypatch):
    monkeypatch.setattr(clamav, "APPARMOR", base)
    monkeypatch.setattr(clamav, "outside_folder", lambda: base / "outside")
    program = find_clamd(service_account())
    assert program.parent == base / "outside" / "programs"
    assert subprocess.run([program, "--version"], check=False, capture_output=True).stdout.startswith(b"ClamAV")
    assert find_clamd(None) == program


def test_no_file_of_the_project_would_be_taken_for_malware():
    """Else the scanner of a developer's machine takes it away, or the portal refuses its own source."""
    files = subprocess.run(["/usr/bin/git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=True).stdout
    paths = [PROJECT / name.decode() for name in files.split(b"\0") if name]
    paths += [
        path
        for source in paths
        if source.suffix == ".py"
        for path in source.parent.glob(f"__pycache__/{source.stem}.*")
    ]
    assert [path for path in paths if path.is_file() and EICAR in path.read_bytes()] == []


def test_scanner_is_a_service_like_the_others():
    assert issubclass(Clamd, Service)
    assert MARKER not in EICAR
