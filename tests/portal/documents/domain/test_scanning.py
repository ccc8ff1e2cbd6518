import datetime
import io
import os
import re
import socket
import threading
import time
from contextlib import contextmanager

import pytest
from msgspec import structs

from ops.clamav import CONFIGURATION
from portal.documents.domain.limits import FILE as MAX_BYTES
from portal.documents.domain.scanning import LONGEST, SCAN_SECONDS, Scanner, Verdict, ping, scan, scanner
from portal.documents.errors import ScannerUnavailable, TooLongToScan
from portal.outbox.models.subscription import TIME_LIMIT
from tests.factories.documents import make_image, make_pdf
from tests.factories.malware import EICAR, MARKER, in_pdf, in_zip, program, wrappings

WRAPPED = wrappings(make_image())


def scanned(content, **more):
    return scan(io.BytesIO(content), **more)


@contextmanager
def daemon(settings, answer, *, family=socket.AF_INET):
    """Something at a TCP port that reads a command and says `answer`; with None it says nothing."""
    with socket.create_server(("::1" if family == socket.AF_INET6 else "127.0.0.1", 0), family=family) as server:
        host, port = server.getsockname()[:2]
        settings.PORTAL = structs.replace(
            settings.PORTAL, clamd=f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        )
        over = threading.Event()

        def serve():
            link, _address = server.accept()
            with link:
                link.recv(1 << 16)
                if answer is not None:
                    link.sendall(answer)
                over.wait(60)

        thread = threading.Thread(target=serve)
        thread.start()
        yield
        over.set()
        thread.join()


@pytest.mark.parametrize("name", WRAPPED)
def test_malware_is_found_in_every_wrapping(scanner, name):
    assert scanned(WRAPPED[name]) == Verdict("Eicar-Test-Signature.UNOFFICIAL")


def test_our_own_marker_is_found(scanner):
    assert scanned(in_zip(MARKER)) == Verdict("Portal.Test.Malware.UNOFFICIAL")


@pytest.mark.parametrize("wrap", [bytes, in_zip])
def test_policy_finds_a_program(scanner, wrap):
    assert scanned(wrap(program())) == Verdict("YARA.Portal_Program.UNOFFICIAL")


@pytest.mark.parametrize(
    "content",
    [b"", b"x", make_pdf(3), make_image(), make_image("PNG"), make_image("HEIC"), in_zip(b"x")],
    ids=["empty", "letter", "PDF", "JPEG", "PNG", "HEIC", "ZIP"],  # a ZIP holds the second in which it was made
)
def test_harmless_file_is_clean(scanner, content):
    verdict = scanned(content)
    assert (verdict, verdict.is_clean, verdict.exceeds_limits) == (Verdict(), True, False)


def test_compressed_attachment_of_a_pdf_is_not_found(scanner):
    """Why attachments are taken out and scanned on their own. Should this fail one day, ClamAV has learnt it."""
    assert scanned(in_pdf(EICAR)).is_clean
    assert not scanned(in_pdf(EICAR, compressed=False)).is_clean


def test_what_unpacks_beyond_the_limits_is_not_clean(scanner):
    verdict = scanned(in_zip(b"x", deep=20))
    assert verdict == Verdict("Heuristics.Limits.Exceeded.MaxRecursion")
    assert (verdict.is_clean, verdict.exceeds_limits) == (False, True)


def test_file_is_scanned_from_its_present_position(scanner):
    file = io.BytesIO(MARKER)
    file.seek(1)
    assert scan(file).is_clean


def test_largest_upload_is_scanned(scanner):
    assert scanned(os.urandom(MAX_BYTES)).is_clean
    assert not scanned(MARKER.rjust(MAX_BYTES)).is_clean
    assert scanned(os.urandom(26 * 1024 * 1024)).is_clean


def test_longer_stream_is_said_to_be_too_long(scanner):
    with pytest.raises(TooLongToScan):
        scanned(bytes(LONGEST + 1))


def restart_with(clamd, line, instead=""):
    configured = clamd._configuration().replace(instead, "") if instead else clamd._configuration()
    clamd._configuration = lambda: f"{configured}{line}\n"
    clamd.stop()
    clamd.start()


def test_stream_too_long_for_another_scanner_is_unavailable(private_clamd):
    restart_with(private_clamd, "StreamMaxLength 1M", instead="StreamMaxLength 30M\n")
    with pytest.raises(ScannerUnavailable) as raised:
        scanned(bytes(MAX_BYTES))
    assert raised.type is ScannerUnavailable


def test_limits_of_portal_and_scanner_fit_together():
    configured = dict(re.findall(r"^(\w+) (\d+)", CONFIGURATION.read_text(), re.MULTILINE))
    assert int(configured["StreamMaxLength"]) * 1024 * 1024 == LONGEST > MAX_BYTES
    assert configured["MaxFileSize"] == configured["StreamMaxLength"]
    assert int(configured["MaxScanTime"]) / 1000 < SCAN_SECONDS < TIME_LIMIT


def test_no_setting_is_unavailable(settings):
    settings.PORTAL = structs.replace(settings.PORTAL, clamd="")
    with pytest.raises(ScannerUnavailable, match="PORTAL_CLAMD is empty"):
        scanned(b"x")
    assert not ping()


@pytest.mark.parametrize("address", ["/nowhere/clamd.sock", "127.0.0.1:1", "127.0.0.1:x", ":", "nowhere.invalid"])
def test_nobody_at_the_address_is_unavailable(settings, address):
    settings.PORTAL = structs.replace(settings.PORTAL, clamd=address)
    with pytest.raises(ScannerUnavailable):
        scanned(b"x")
    assert not ping()


def test_scanner_killed_and_started_again(private_clamd):
    private_clamd.kill()
    with pytest.raises(ScannerUnavailable):
        scanned(EICAR)
    private_clamd.start()
    assert not scanned(EICAR).is_clean


class Killing(io.BytesIO):
    """Kills the scanner when this piece is asked for."""

    def __init__(self, content, clamd, piece):
        super().__init__(content)
        self.clamd = clamd
        self.pieces_left = piece

    def read(self, size=-1):
        if self.pieces_left == 0:
            self.clamd.kill()
        self.pieces_left -= 1
        return super().read(size)


@pytest.mark.parametrize(
    "piece", [0, 1, 4, 5], ids=["at once", "after the first", "after the last", "before the end is told"]
)
def test_scanner_killed_in_the_middle_of_a_scan_is_unavailable(private_clamd, piece):
    file = Killing(bytes(4 * 256 * 1024 + 1), private_clamd, piece)
    with pytest.raises(ScannerUnavailable):
        scan(file)
    assert not private_clamd.running


def test_scanner_that_hangs_is_unavailable_when_the_time_is_up(private_clamd):
    private_clamd.process.send_signal(19)
    began = time.monotonic()
    with pytest.raises(ScannerUnavailable, match="CommunicationError"):
        scanned(b"x", seconds=0.2)
    private_clamd.process.send_signal(18)
    assert time.monotonic() - began < SCAN_SECONDS
    assert scanned(b"x").is_clean


def test_listener_that_never_answers_is_unavailable(settings):
    with daemon(settings, None), pytest.raises(ScannerUnavailable, match="CommunicationError"):
        scanned(b"x", seconds=0.2)


def test_listener_that_never_accepts_is_unavailable(settings, tmp_path):
    path = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as first:
        server.bind(path)
        server.listen(0)
        first.connect(path)
        settings.PORTAL = structs.replace(settings.PORTAL, clamd=path)
        with pytest.raises(ScannerUnavailable, match=r"TimeoutError|BlockingIOError"):
            scanned(b"x", seconds=0.2)


def test_file_that_comes_too_slowly_is_unavailable(scanner):
    class Slow(io.BytesIO):
        def read(self, size=-1):
            time.sleep(0.06)
            return super().read(size and 1)

    with pytest.raises(ScannerUnavailable, match="TimeoutError"):
        scan(Slow(bytes(10)), seconds=0.2)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\n",
        b"stream: OK NOT\n",
        b"stream: Some-Name OK\n",
        b"stream: FOUND\n",
        b"other: OK\n",
        b"stream: Can't allocate memory ERROR\n",
        b"INSTREAM size limit exceeded. ERROR\n",
        b"stream: \xff OK\n",
        b"UNKNOWN COMMAND\n",
    ],
)
def test_every_other_answer_is_unavailable(settings, answer):
    with daemon(settings, answer), pytest.raises(ScannerUnavailable):
        scanned(b"x", seconds=0.5)


def test_scanner_is_reached_over_tcp(private_clamd, settings):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    restart_with(private_clamd, f"TCPAddr 127.0.0.1\nTCPSocket {port}")
    settings.PORTAL = structs.replace(settings.PORTAL, clamd=f"127.0.0.1:{port}")
    assert scanned(EICAR) == Verdict("Eicar-Test-Signature.UNOFFICIAL")
    assert scanned(b"x").is_clean


def test_scanner_is_reached_over_ipv6(settings):
    with daemon(settings, b"stream: OK\n", family=socket.AF_INET6):
        assert scanned(b"x").is_clean


def test_what_reading_the_file_raises_comes_through(scanner):
    class Tampered(io.BytesIO):
        def read(self, _size=-1):
            raise LookupError

    with pytest.raises(LookupError):
        scan(Tampered())


def test_ping_says_whether_it_works(private_clamd):
    assert ping()
    private_clamd.kill()
    assert not ping()


def test_scanner_without_official_signatures_has_no_date(scanner_of_run):
    assert re.fullmatch(r"ClamAV \d+\.\d+\.\d+", scanner_of_run.version)
    assert (scanner_of_run.signatures, scanner_of_run.signed_at) == (None, None)
    assert scanner_of_run.signature_age(datetime.datetime.now(datetime.UTC)) is None


@pytest.fixture
def scanner_of_run(request):
    request.getfixturevalue("scanner")
    return scanner()


def test_official_signatures_have_number_date_and_age(settings):
    written = datetime.datetime(2026, 11, 26, 9, 12, 33, tzinfo=datetime.UTC)
    with daemon(settings, b"ClamAV 1.4.3/27500/Thu Nov 26 09:12:33 2026\n"):
        found = scanner()
    assert found == Scanner("ClamAV 1.4.3", 27500, written)
    assert found.signature_age(written + datetime.timedelta(days=2)) == datetime.timedelta(days=2)


@pytest.mark.parametrize(
    "answer", [b"ClamAV/1/2/3\n", b"ClamAV/one/Thu Nov 26 09:12:33 2026\n", b"ClamAV/1/yesterday\n"]
)
def test_version_that_makes_no_sense_is_unavailable(settings, answer):
    with daemon(settings, answer), pytest.raises(ScannerUnavailable):
        scanner()
