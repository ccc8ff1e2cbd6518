"""The outbox while worker, relay and Redis are killed with SIGKILL again and again: real processes, real services."""

import os
import random
import signal
import sys
import time
from collections import Counter
from contextlib import ExitStack, suppress
from pathlib import Path

import psycopg2
import pytest

from ops.processes import spawn
from ops.services import throwaway

ROOT = Path(__file__).resolve().parents[2]
JOBS = 300
PYTHON = [sys.executable, "-m"]
WORKER = [
    *PYTHON,
    "celery",
    "-A",
    "portal",
    "--skip-checks",
    "worker",
    "-c",
    "2",
    "--without-gossip",
    "--without-mingle",
    "-l",
    "WARNING",
]
RELAY = [*PYTHON, "django", "relay_outbox"]


class Fleet:
    """The processes around one set of services."""

    def __init__(self, services, log):
        self.log = log
        self.environment = {
            **os.environ,
            **services.environment,
            "DJANGO_SETTINGS_MODULE": "tests.faults.chaos.settings",
        }
        self.running = {}

    def start(self, name, command):
        self.running[name] = spawn(command, cwd=ROOT, env=self.environment, output=self.log)
        return self.running[name]

    def kill(self, name):
        """SIGKILL for the process and everything it started."""
        process = self.running.pop(name)
        with suppress(ProcessLookupError):  # ended by itself
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def run(self, *command):
        code = self.start("once", [*PYTHON, *command]).wait(60)
        assert code == 0, Path(self.log.name).read_text()
        del self.running["once"]

    def kill_all(self):
        for name in list(self.running):
            self.kill(name)


@pytest.fixture
def services():
    with throwaway() as started:
        yield started


@pytest.fixture
def fleet(services, tmp_path):
    with ExitStack() as stack:
        log = stack.enter_context((tmp_path / "log").open("wb"))
        ships = Fleet(services, log)
        stack.callback(ships.kill_all)
        ships.run("django", "migrate", "--run-syncdb", "--skip-checks", "-v", "0")
        yield ships


@pytest.fixture
def count(services, fleet):
    """``count("SQL")``: the first value of the first row."""
    link = psycopg2.connect(
        host=services.environment["PORTAL_DB_HOST"],
        dbname=services.environment["PORTAL_DB_NAME"],
        user=services.environment["PORTAL_DB_USER"],
    )
    link.autocommit = True

    def ask(statement):
        with link.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchone()[0]

    yield ask
    link.close()


def wait_until(condition, seconds):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.1)


@pytest.mark.fault
@pytest.mark.slow
def test_nothing_is_lost_and_nothing_done_twice_under_kill_9(services, fleet, count):
    chance = random.Random(20260701)  # noqa: S311 -- the same kills in every run
    fleet.start("worker", WORKER)
    fleet.start("relay", RELAY)
    producer = fleet.start("producer", [*PYTHON, "tests.faults.chaos.produce", str(JOBS)])
    wait_until(lambda: count("SELECT count(*) FROM outbox_outboxmessage WHERE done_at IS NOT NULL"), 20)
    kills = Counter()

    while producer.poll() is None or kills.total() < 9:
        time.sleep(chance.uniform(0.5, 1.2))
        victim = chance.choice(["redis", "worker", "relay"])
        kills[victim] += 1
        if victim == "redis":
            services.redis.kill()
            time.sleep(chance.uniform(0.1, 0.5))
            services.redis.start()
        else:
            fleet.kill(victim)
            fleet.start(victim, WORKER if victim == "worker" else RELAY)
    wait_until(
        lambda: count("SELECT count(*) FROM outbox_outboxmessage WHERE done_at IS NULL AND dead_at IS NULL") == 0, 40
    )

    assert set(kills) == {"redis", "worker", "relay"}
    assert producer.returncode == 0
    assert count("SELECT count(*) FROM chaos_job") == JOBS
    assert count("SELECT count(*) FROM outbox_outboxmessage WHERE done_at IS NOT NULL") == JOBS
    assert count("SELECT count(*) FROM chaos_job WHERE effects = 0") == 0
    assert count("SELECT count(*) FROM chaos_job WHERE effects > 1") == 0


@pytest.mark.fault
def test_relay_waits_for_a_broker_that_is_away(services, fleet, count):
    services.redis.kill()
    relay = fleet.start("relay", RELAY)
    fleet.run("tests.faults.chaos.produce", "3")
    time.sleep(1.5)
    assert relay.poll() is None
    assert count("SELECT count(*) FROM outbox_outboxmessage WHERE sent_at IS NOT NULL") == 0

    services.redis.start()
    wait_until(lambda: count("SELECT count(*) FROM outbox_outboxmessage WHERE sent_at IS NULL") == 0, 10)
    assert count("SELECT count(*) FROM outbox_outboxmessage WHERE sent_at IS NULL") == 0


@pytest.mark.fault
def test_relay_survives_a_restart_of_the_database(services, fleet):
    relay = fleet.start("relay", RELAY)
    time.sleep(2)
    services.postgres.kill()
    time.sleep(0.5)
    services.postgres.start()
    fleet.run("tests.faults.chaos.produce", "1")

    def sent():
        with (
            psycopg2.connect(host=services.environment["PORTAL_DB_HOST"], dbname="portal", user="portal") as link,
            link.cursor() as cursor,
        ):
            cursor.execute("SELECT sent_at IS NOT NULL FROM outbox_outboxmessage")
            return cursor.fetchone()[0]

    wait_until(sent, 10)
    assert sent()
    assert relay.poll() is None


@pytest.mark.fault
def test_relay_and_sealer_end_when_asked(fleet):
    for name, command in (("relay", RELAY), ("sealer", [*PYTHON, "django", "seal_audit"])):
        process = fleet.start(name, command)
        time.sleep(2.5)
        process.send_signal(signal.SIGTERM)
        assert process.wait(5) == 0
        del fleet.running[name]
