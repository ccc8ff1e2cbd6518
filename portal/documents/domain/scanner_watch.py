"""How the scanner is, for those who cannot reach it: the document workers look, others read what they saw."""

import datetime
import logging
from typing import Final

from django.conf import settings
from django.core.cache import cache
from django.utils import timezone

from portal.documents.domain.scanning import Scanner, scanner
from portal.documents.enums import ScannerState
from portal.documents.errors import ScannerUnavailable
from portal.documents.selectors import SCANNER_SEEN

log = logging.getLogger(__name__)

EVERY: Final = 60.0  # seconds between two looks (portal/celery.py)
BELIEVED: Final = 200  # seconds: three looks may fail to come before nobody vouches for the scanner any more


def look() -> ScannerState:
    """Ask the scanner, and note how it is for ``selectors.scanner_state``."""
    try:
        state = _judge(scanner())
    except ScannerUnavailable as error:
        log.warning("the virus scanner cannot be asked: %s", error)
        state = ScannerState.AWAY
    if state is ScannerState.OLD:
        log.warning("the virus scanner's signatures are older than %s days", settings.PORTAL.signature_days)
    cache.set(SCANNER_SEEN, state.value, timeout=BELIEVED)
    return state


def _judge(found: Scanner) -> ScannerState:
    """``PORTAL_SIGNATURE_DAYS=0`` means that the age does not count, as where a demo has signatures of its own."""
    longest = settings.PORTAL.signature_days
    if not longest:
        return ScannerState.READY
    age = found.signature_age(timezone.now())
    return ScannerState.OLD if age is None or age > datetime.timedelta(days=longest) else ScannerState.READY
