"""Ask clamd whether a file is malware. Only a plain "OK" makes a file clean; whatever else happens, it was not scanned.

The scanner has no memory of people: it is sent bytes, never a name, and what it answers is not logged beside one.
"""

from __future__ import annotations

import datetime
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final, cast

from clamav_client.clamd import ClamdError, ClamdNetworkSocket
from django.conf import settings
from msgspec import Struct

from portal.documents.errors import ScannerUnavailable, TooLongToScan

LONGEST: Final = 30 * 1024 * 1024  # bytes; StreamMaxLength in ops/clamd.conf
SCAN_SECONDS: Final = 45.0  # above MaxScanTime there, below the time limit of a task
ASK_SECONDS: Final = 5.0
PORT: Final = 3310  # clamd's usual one
PIECE: Final = 256 * 1024  # bytes; clamav-client's own 1024 cost four times the processor time
_LIMITS: Final = "Heuristics.Limits.Exceeded"
_TRIED: Final = (ClamdError, OSError, UnicodeDecodeError)


class Verdict(Struct, frozen=True):
    """What the scanner says of a whole file. ``signature`` is the name of what was found, empty when nothing was."""

    signature: str = ""

    @property
    def is_clean(self) -> bool:
        """Looked at to the end, nothing found."""
        return not self.signature

    @property
    def exceeds_limits(self) -> bool:
        """Nothing was found, but the file unpacks to more than the scanner looks at. Not clean, and not malware."""
        return self.signature.startswith(_LIMITS)


class Scanner(Struct, frozen=True):
    """Which clamd answers, with which official signatures and of when; None without official ones."""

    version: str
    signatures: int | None = None
    signed_at: datetime.datetime | None = None

    def signature_age(self, now: datetime.datetime) -> datetime.timedelta | None:
        """How old the official signatures are; None without official ones."""
        return None if self.signed_at is None else now - self.signed_at


def scan(file: BinaryIO, *, seconds: float = SCAN_SECONDS) -> Verdict:
    """Send ``file`` from its present position to its end over a new connection, and wait for the verdict.

    Raises ScannerUnavailable for everything that is no verdict: nobody listens, no answer within ``seconds`` in all, a
    broken connection, an error or an answer that makes no sense; TooLongToScan above ``LONGEST`` bytes. What reading
    ``file`` raises comes through, but an OSError counts as unavailable, too.
    """
    deadline = time.monotonic() + seconds
    with _session(deadline) as session:
        try:
            answer = session.instream(cast("BinaryIO", _Pieces(file, session, deadline)))
        except _TRIED as error:
            raise ScannerUnavailable(type(error).__name__) from error
    status, signature = answer.get("stream", ("nothing", None))
    if status == "FOUND" and signature:
        return Verdict(signature)
    if status == "OK" and signature is None:
        return Verdict()
    raise ScannerUnavailable(status)


def ping() -> bool:
    """Whether the scanner takes work now."""
    try:
        with _session(time.monotonic() + ASK_SECONDS) as session:
            return session.ping() == "PONG"
    except (ScannerUnavailable, *_TRIED):
        return False


def scanner() -> Scanner:
    """Who scans. Raises ScannerUnavailable.

    clamd says ``ClamAV 1.4.3/27500/Thu Nov 26 09:12:33 2026``; without official signatures only the first part.
    """
    with _session(time.monotonic() + ASK_SECONDS) as session:
        try:
            version, *official = session.version().split("/")
            if not official:
                return Scanner(version)
            number, written = official
            signed_at = datetime.datetime.strptime(written, "%a %b %d %H:%M:%S %Y").replace(tzinfo=datetime.UTC)
            return Scanner(version, int(number), signed_at)
        except (*_TRIED, ValueError) as error:
            raise ScannerUnavailable(type(error).__name__) from error


class _Session(ClamdNetworkSocket):
    """One command over a connection that exists: clamav-client connects without a time limit and without IPv6."""

    def __init__(self, link: socket.socket) -> None:
        self.clamd_socket = link

    def _init_socket(self) -> None:
        """It is connected."""


class _Pieces:
    """Hands a file out in large pieces, whatever size is asked for, and watches length and time."""

    def __init__(self, file: BinaryIO, session: _Session, deadline: float) -> None:
        self._file = file
        self._session = session
        self._deadline = deadline
        self._sent = 0

    def read(self, _size: int = -1) -> bytes:
        """The next piece. Raises TooLongToScan, TimeoutError."""
        piece = self._file.read(PIECE)
        self._sent += len(piece)
        if self._sent > LONGEST:
            raise TooLongToScan
        self._session.clamd_socket.settimeout(_remaining(self._deadline))
        return piece


@contextmanager
def _session(deadline: float) -> Iterator[_Session]:
    address = settings.PORTAL.clamd
    if not address:
        raise ScannerUnavailable("PORTAL_CLAMD is empty")
    try:
        link = _connect(address, _remaining(deadline))
    except (OSError, ValueError) as error:
        raise ScannerUnavailable(type(error).__name__) from error
    with link:
        yield _Session(link)


def _connect(address: str, seconds: float) -> socket.socket:
    """``address`` is the path of a unix socket, ``host`` or ``host:port``. Raises OSError, ValueError."""
    if not address.startswith("/"):
        host, _colon, port = address.rpartition(":") if ":" in address else (address, "", str(PORT))
        return socket.create_connection((host.strip("[]"), int(port)), timeout=seconds)
    link = socket.socket(socket.AF_UNIX)
    try:
        link.settimeout(seconds)
        link.connect(address)
    except BaseException:
        link.close()
        raise
    return link


def _remaining(deadline: float) -> float:
    """Seconds left. Raises TimeoutError: a socket would take zero for "do not wait at all"."""
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds
