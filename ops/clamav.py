"""A private clamd as a child process, with a few signatures of our own; official ones need 1 GB and a download."""

from __future__ import annotations

import os
import shutil
import socket
from contextlib import suppress
from pathlib import Path
from typing import Final

from ops.databases import Service, runnable
from ops.folders import PROJECT, outside_folder, own_folder
from ops.processes import Account

MISSING: Final = (
    "No clamd here. make setup installs it when run as root (Debian package clamav-daemon), "
    "or PORTAL_CLAMD_SERVER names the program."
)
CONFIGURATION: Final = PROJECT / "ops" / "clamd.conf"
POLICY: Final = PROJECT / "ops" / "signatures" / "portal-policy.yar"
APPARMOR: Final = Path("/sys/module/apparmor/parameters/enabled")
# Joined at run time: else virus scanners take away this file, or the bytecode made of it.
EICAR: Final = b"".join((b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$", b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"))
MARKER: Final = b"PORTAL-MALWARE-TEST-0001"  # what only our own scanner takes for malware
SIGNATURES: Final = {"Eicar-Test-Signature": EICAR, "Portal.Test.Malware": MARKER}


class Clamd(Service):
    """The virus scanner, on a unix socket. Everything of it is temporary, streams under scan included."""

    name = "clamd"

    def __init__(
        self, state: Path, sockets: Path, account: Account | None, *, lasting: bool, safe_writes: bool, program: Path
    ) -> None:
        """``program`` is what ``find_clamd`` has found."""
        super().__init__(state, sockets, account, lasting=lasting, safe_writes=safe_writes)
        self.program = program
        self.socket = sockets / "clamd.sock"
        self.data = sockets / "clamd"

    def prepare(self) -> None:
        """Configuration and signatures; what a killed one was scanning is forgotten."""
        shutil.rmtree(self.data, ignore_errors=True)
        signatures = own_folder(own_folder(self.data, self.account) / "signatures", self.account)
        own_folder(self.data / "pieces", self.account)
        lines = [f"{name}:0:*:{content.hex()}\n" for name, content in SIGNATURES.items()]
        self._write(signatures / "portal-test.ndb", "".join(lines))
        self._write(signatures / POLICY.name, POLICY.read_text())
        self._write(self.data / "clamd.conf", self._configuration())
        with suppress(FileNotFoundError):  # left by SIGKILL
            self.socket.unlink()

    def command(self) -> list[str]:
        """In the foreground, with the file that ``prepare`` has written."""
        return [str(self.program), "--config-file", str(self.data / "clamd.conf")]

    def answers(self) -> bool:
        """PING is answered with PONG, after the signatures are loaded."""
        return self.ask("PING") == b"PONG\0"

    def ask(self, command: str) -> bytes:
        """The raw answer to a command without arguments, empty when nobody answers."""
        with suppress(OSError), socket.socket(socket.AF_UNIX) as link:
            link.settimeout(1)
            link.connect(str(self.socket))
            link.sendall(f"z{command}\0".encode())
            return link.recv(1 << 12)
        return b""

    def _configuration(self) -> str:
        """Production's limits in places of our own, without a door to the network."""
        places = {
            "LocalSocket": str(self.socket),
            "LocalSocketMode": "600",
            "DatabaseDirectory": str(self.data / "signatures"),
            "TemporaryDirectory": str(self.data / "pieces"),
            "Bytecode": "no",
            "SelfCheck": "0",
        }
        kept = [
            line
            for line in CONFIGURATION.read_text().splitlines()
            if line and not line.startswith(("#", "TCPSocket ", *(f"{name} " for name in places)))
        ]
        return "\n".join([*kept, *(f"{name} {value}" for name, value in places.items()), ""])

    @staticmethod
    def _write(path: Path, text: str) -> None:
        path.write_text(text)
        path.chmod(0o644)  # the folder is closed; the account has to read it whatever our umask is


def find_clamd(account: Account | None) -> Path | None:
    """``clamd``: $PORTAL_CLAMD_SERVER, the PATH, the folders of system programs; None when there is none."""
    chosen = os.environ.get("PORTAL_CLAMD_SERVER")
    places = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/local/sbin", "/usr/sbin"])
    found = shutil.which(chosen or "clamd", path=places)
    return None if found is None else runnable(_unconfined(Path(found).absolute()), account)


def _unconfined(program: Path) -> Path:
    """A copy of ``program`` where AppArmor would not let it use our folders (Debian's profile goes by the path)."""
    if not APPARMOR.exists():
        return program
    copies = own_folder(own_folder(outside_folder(), mode=0o711) / "programs", mode=0o711)
    target = copies / f"{program.name}-{program.stat().st_mtime_ns:x}"
    if not target.exists():
        fresh = target.with_name(f"{target.name}.{os.getpid()}")
        shutil.copyfile(program, fresh)
        fresh.chmod(0o755)
        fresh.rename(target)
    return target


if __name__ == "__main__":  # asked by ops/setup: is it here?
    raise SystemExit(None if find_clamd(None) else MISSING)
