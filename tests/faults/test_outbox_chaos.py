"""The outbox while worker, relay and Redis are killed with SIGKILL again and again: real processes, real services."""

import random
import re
import signal
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.faults.fleet import PYTHON, Fleet, wait_until

JOBS = 300
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


@pytest.fixture
def fleet(services, tmp_path):
    with (tmp_path / "log").open("wb") as log:
        ships = Fleet(services, log, "tests.faults.chaos.settings")
        ships.run([*PYTHON, "django", "migrate", "--run-syncdb", "--skip-checks", "-v", "0"])
        yield ships
        ships.kill_all()


@pytest.mark.fault
@pytest.mark.slow
def test_nothing_is_lost_and_nothing_done_twice_under_kill_9(services, fleet, count):
    chance = random.Random(20260701)
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
    fleet.run([*PYTHON, "tests.faults.chaos.produce", "3"])
    time.sleep(1.5)
    assert relay.poll() is None
    assert count("SELECT count(*) FROM outbox_outboxmessage WHERE sent_at IS NOT NULL") == 0

    services.redis.start()
    wait_until(lambda: count("SELECT count(*) FROM outbox_outboxmessage WHERE sent_at IS NULL") == 0, 10)
    assert count("SELECT count(*) FROM outbox_outboxmessage WHERE sent_at IS NULL") == 0


@pytest.mark.fault
def test_relay_survives_a_restart_of_the_database(services, fleet, count):
    relay = fleet.start("relay", RELAY)
    time.sleep(2)
    services.postgres.kill()
    time.sleep(0.5)
    services.postgres.start()
    fleet.run([*PYTHON, "tests.faults.chaos.produce", "1"])

    assert wait_until(lambda: count("SELECT sent_at IS NOT NULL FROM outbox_outboxmessage"), 10)
    assert relay.poll() is None


def await_handler(pid):
    """Until the process has said what it does on SIGTERM (signals(7): the mask SigCgt)."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        caught = re.search(r"SigCgt:\s+([0-9a-f]+)", Path(f"/proc/{pid}/status").read_text())[1]
        if int(caught, 16) & (1 << (signal.SIGTERM - 1)):
            return
        time.sleep(0.05)
    raise AssertionError("never ready")


@pytest.mark.fault
def test_relay_and_sealer_end_when_asked(fleet):
    for name, command in (("relay", RELAY), ("sealer", [*PYTHON, "django", "seal_audit"])):
        process = fleet.start(name, command)
        await_handler(process.pid)
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
        del fleet.running[name]
