import os
import time
from datetime import timedelta
from pathlib import Path

from django.apps import AppConfig
from msgspec import structs

TIME_LIMIT = 20  # seconds for one handler; the first receipt of a fresh process takes some on a busy machine


class HasteConfig(AppConfig):
    name = "tests.faults.haste"
    label = "haste"

    def ready(self):
        from portal.outbox.domain import delivery, relay
        from portal.outbox.models import subscriptions

        delivery.GRACE = timedelta(seconds=5)
        delivery.LONGEST_PAUSE = relay.LONGEST_PAUSE = timedelta(seconds=1)
        for entry in list(subscriptions):
            subscriptions.remove(entry)
            subscriptions.add(structs.replace(entry, time_limit=TIME_LIMIT))
        from portal.outbox.services import subscribe
        from tests.faults.haste.tasks import notify_of_decision

        subscribe("haste.decision", notify_of_decision, time_limit=TIME_LIMIT)
        if "HASTE_STUCK_WHILE" in os.environ:
            add_stuck_rule(Path(os.environ["HASTE_STUCK_WHILE"]))


def add_stuck_rule(marker):
    """A rule that hangs as long as a file is there."""
    from applications.enums import Severity
    from applications.plausibility.base import rule
    from applications.plausibility.registry import default_registry

    @rule("TST-01", Severity.INFO, "§ 20 SGB X", "hängt")
    def stuck(_claim, _context):
        while marker.exists():
            time.sleep(0.1)
        yield from ()

    default_registry().add(stuck)
