"""The portal's own relay and workers on the test database, started as everywhere else."""

import os
import sys
import time
from pathlib import Path

from ops.processes import end_all, spawn
from portal.outbox.models import OutboxMessage

ROOT = Path(__file__).resolve().parents[2]
ENTRY = ROOT / "ops" / "container-entry"
PATIENCE = 60.0  # seconds; a worker on a busy machine needs some to start


class Background:
    """Relay and workers. Their output goes to files in `logs`."""

    def __init__(self, environment, logs):
        self.environment = {**os.environ, **environment}
        self.logs = logs
        self.running = {}

    def start(self, *roles):
        for role in roles:
            if role not in self.running:
                with self.log(role).open("ab") as log:
                    self.running[role] = spawn([ENTRY, role], cwd=ROOT, env=self.environment, output=log)

    def stop(self, *roles):
        """End them and whatever they started; returns when all are gone."""
        end_all([self.running.pop(role) for role in roles if role in self.running])

    def log(self, role):
        return self.logs / f"{role}.log"

    def written(self):
        """Everything relay and workers have printed so far."""
        return "".join(path.read_text() for path in sorted(self.logs.glob("*.log")))

    def settle(self):
        """Wait until no outbox message is open. A message that was given up fails the test."""
        wait_for(lambda: not OutboxMessage.objects.open().exists(), "open outbox messages", self.written)
        assert list(OutboxMessage.objects.dead()) == [], self.written()


def wait_for(condition, what, explain=lambda: "", patience=PATIENCE):
    """Return the first true value of `condition()`."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.1)
    raise AssertionError(f"waited {patience} s in vain for: {what}\n{explain()}")


def environment_for(database, portal, broker_number):
    """What the processes must know to work on the tests' database, folders and a broker of their own."""
    broker = os.environ["PORTAL_BROKER_URL"].split("?")[0]
    return {
        "DJANGO_SETTINGS_MODULE": "portal.settings.demo",
        "PORTAL_VENV": sys.prefix,
        "PORTAL_DB_NAME": database,
        "PORTAL_BROKER_URL": f"{broker}?virtual_host={broker_number}",
        "PORTAL_DATA_DIR": str(portal.data_dir),
        "PORTAL_KEYSET_DIR": str(portal.keyset_dir),
        "PORTAL_MAIL_DIR": str(portal.mail_dir),
        "PORTAL_BASE_URL": portal.base_url,
        "PORTAL_WORKER_PROCESSES": "1",
    }
