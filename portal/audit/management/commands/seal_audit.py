"""``manage.py seal_audit``: the sealer."""

import logging
import signal
import threading
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import InterfaceError, OperationalError, connection

from portal.audit.domain.anchoring import anchor_if_due
from portal.audit.domain.sealing import seal_all
from portal.audit.errors import AnchorFileUnwritable
from portal.crypto.errors import CryptoError

log = logging.getLogger(__name__)

PAUSE = 1.0  # seconds between two looks


class Command(BaseCommand):
    """Seals once a second and anchors every ten minutes, until SIGTERM or Ctrl-C. Several may run; one works."""

    help = "Number, chain and anchor the audit events, once a second."
    requires_system_checks = ()  # they would load every view and form, which the sealer never needs

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``--once``: seal and anchor what is there, then end."""
        parser.add_argument("--once", action="store_true", help="seal what is there, then end")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Run until told to stop; a database that is away is waited for."""
        stop = threading.Event()
        if options["once"]:
            self.work()
            return
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_signal: stop.set())
        while not stop.wait(PAUSE):
            try:
                self.work()
            except (OperationalError, InterfaceError) as error:
                log.warning("audit sealer waits for the database: %s", type(error).__name__)
                connection.close()

    def work(self) -> None:
        """One round. An anchor that cannot be made is reported and does not stop the sealing."""
        seal_all()
        try:
            anchor_if_due()
        except (AnchorFileUnwritable, CryptoError) as error:
            log.error("audit anchor could not be made: %s", error)  # noqa: TRY400 -- the trace says nothing more
