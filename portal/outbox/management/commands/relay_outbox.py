"""``manage.py relay_outbox``: the relay between the outbox and Celery."""

import logging
import select
import signal
import time
from typing import Any

from django.core.management.base import BaseCommand
from django.db import InterfaceError, OperationalError, connection

from portal.outbox.domain.relay import BATCH, send_due
from portal.outbox.errors import BrokerUnreachable
from portal.outbox.models.message import CHANNEL
from portal.outbox.tasks import Sender

log = logging.getLogger(__name__)

POLL = 1.0  # seconds: back-offs and leases that run out wake nobody
PATIENCE = 0.5  # seconds before the next try when database or broker is away


class Command(BaseCommand):
    """Woken by every new message, looks once a second anyway. Ends on SIGTERM or Ctrl-C within a second.

    Waits for a broker or a database that is away. Several may run beside each other.
    """

    help = "Hand due outbox messages to Celery."
    requires_system_checks = ()  # they would load every view and form, which the relay never needs
    stopped = False
    waiting_for = ""

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Run until told to stop."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)
        sender = Sender()
        while not self.stopped:
            try:
                self.listen()
                self.relay(sender)
            except BrokerUnreachable as error:
                self.wait_for("broker", error)
            except (OperationalError, InterfaceError) as error:
                connection.close()
                self.wait_for("database", error)
        sender.close()

    def stop(self, *_signal: Any) -> None:
        """End after the batch at hand."""
        self.stopped = True

    def listen(self) -> None:
        """Ask the database to wake us."""
        with connection.cursor() as cursor:
            cursor.execute(f"LISTEN {CHANNEL}")

    def relay(self, sender: Sender) -> None:
        """Send batch after batch; returns when told to stop."""
        while not self.stopped:
            sender.connect()  # first, so that nothing is claimed while the broker is away
            count = send_due(sender)
            if self.waiting_for:
                log.info("outbox relay goes on")
                self.waiting_for = ""
            if count < BATCH:
                self.sleep()

    def sleep(self) -> None:
        """Until a message comes in, at most ``POLL`` seconds."""
        link = connection.connection
        if not link.notifies and select.select([link], [], [], POLL)[0]:
            link.poll()
        link.notifies.clear()

    def wait_for(self, what: str, error: Exception) -> None:
        """Pause; say so once, not twice a second."""
        if self.waiting_for != what:
            log.warning("outbox relay waits for the %s: %s", what, error if what == "broker" else type(error).__name__)
            self.waiting_for = what
        time.sleep(PATIENCE)
