import logging

import pytest
import time_machine
from msgspec import structs

from portal.documents.domain import scanner_watch
from portal.documents.domain.scanner_watch import look
from portal.documents.domain.scanning import Scanner
from portal.documents.enums import ScannerState
from portal.documents.selectors import scanner_state
from tests.portal.documents.domain.test_scanning import daemon

VERSION = b"ClamAV 1.4.3/27500/Thu Nov 26 09:12:33 2026\n"


def test_look_is_seen_by_others(scanner):
    assert look() is ScannerState.READY
    assert scanner_state() is ScannerState.READY


def test_scanner_away_is_noted_and_logged_without_its_address(settings, caplog):
    settings.PORTAL = structs.replace(settings.PORTAL, clamd="/nowhere/clamd.sock")
    with caplog.at_level(logging.WARNING):
        assert look() is ScannerState.AWAY
    assert scanner_state() is ScannerState.AWAY
    assert caplog.messages == ["the virus scanner cannot be asked: FileNotFoundError"]


@pytest.mark.parametrize(
    ("days", "today", "state"),
    [
        (3, "2026-11-29 09:12:00+00:00", ScannerState.READY),
        (3, "2026-11-29 09:13:00+00:00", ScannerState.OLD),
        (0, "2026-11-29 09:13:00+00:00", ScannerState.READY),
    ],
)
def test_signatures_are_old_after_so_many_days(settings, days, today, state):
    with daemon(settings, VERSION), time_machine.travel(today, tick=False):
        settings.PORTAL = structs.replace(settings.PORTAL, signature_days=days)
        assert look() is state


def test_scanner_without_official_signatures_counts_as_old(settings):
    settings.PORTAL = structs.replace(settings.PORTAL, signature_days=3)
    assert scanner_watch._judge(Scanner("ClamAV 1.4.3")) is ScannerState.OLD
