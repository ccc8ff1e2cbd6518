"""``manage.py record_bounce``: a mail server pipes in what came back (docs/notices.md)."""

import logging
import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.db import Error as DatabaseError

from portal.notices.domain.bounce_report import LARGEST
from portal.notices.services import record_bounce

log = logging.getLogger(__name__)

TRY_LATER = 75  # EX_TEMPFAIL of sysexits.h: the mail server keeps it and calls again


class Command(BaseCommand):
    """Reads one e-mail from standard input. Whatever it is, it ends well; 75 when the database is away."""

    help = "Take in one returned e-mail (RFC 3464) from standard input."
    requires_system_checks = ()

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Say in the log whether it was one of ours, never what stood in it."""
        try:
            dispatch = record_bounce(raw=sys.stdin.buffer.read(LARGEST))
        except DatabaseError as error:
            log.warning("a returned e-mail waits for the database: %s", type(error).__name__)
            sys.exit(TRY_LATER)
        log.info("a returned e-mail was %s", f"dispatch {dispatch.pk}" if dispatch else "none of ours")
