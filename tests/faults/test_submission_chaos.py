"""People send while relay, workers, Redis and the sending process itself are killed with SIGKILL again and again."""

import os
import random
import time
from collections import Counter

import pytest

from tests.faults.fleet import PYTHON, wait_until

pytestmark = [pytest.mark.fault, pytest.mark.slow]

WORKERS = ("proofs", "worker")  # nobody here sends documents
# With fewer a fast machine is done before anything is hit; docs/testing.md tells of 300.
SUBMISSIONS = int(os.environ.get("PORTAL_CHAOS_SUBMISSIONS", "60"))
SENDER = [*PYTHON, "tests.faults.haste.send", str(SUBMISSIONS)]
OPEN = "SELECT count(*) FROM outbox_outboxmessage WHERE done_at IS NULL AND dead_at IS NULL"
ISSUED = "SELECT count(*) FROM submissions_receipt WHERE issued_at IS NOT NULL"
LONGEST = 900  # seconds
KILLS = 12  # at least


def kill_one(portal, chance):
    """Kill one of the five, and start it again a moment later; says which."""
    victims = ["redis", *WORKERS, "relay"]
    if portal.running["sender"].poll() is None:
        victims.append("sender")
    victim = chance.choice(victims)
    if victim == "redis":
        portal.services.redis.kill()
        time.sleep(chance.uniform(0.1, 0.8))
        portal.services.redis.start()
        return victim
    portal.kill(victim)
    if victim == "sender":
        portal.start("sender", SENDER)
    else:
        portal.start_roles(victim)
    return victim


def revive(portal):
    """What docker-compose's ``restart`` does; says how many had ended by themselves."""
    ended = [role for role in (*WORKERS, "relay") if portal.running[role].poll() is not None]
    for role in ended:
        portal.kill(role)
        portal.start_roles(role)
    return len(ended)


def test_no_submission_is_lost_and_no_receipt_doubled_under_kill_9(portal, clerk, count, mail_server, record_property):
    chance = random.Random(20260701)
    kills, deaths, begun = Counter(), 0, time.monotonic()
    portal.start("sender", SENDER)
    portal.start_roles(*WORKERS, "relay")
    assert wait_until(lambda: count(ISSUED) > 0)

    while time.monotonic() - begun < LONGEST:
        time.sleep(chance.uniform(2.0, 5.0))
        deaths += revive(portal)
        if count(ISSUED) >= SUBMISSIONS * 0.9 and kills.total() >= KILLS:
            break
        kills[kill_one(portal, chance)] += 1
    assert wait_until(lambda: portal.running["sender"].poll() is not None)
    assert portal.running["sender"].returncode == 0, portal.written()
    revive(portal)
    assert wait_until(lambda: count(OPEN) == 0, 240), portal.written()
    found = clerk.ask("figures")

    print(
        f"\n{time.monotonic() - begun:.0f} s, kills {dict(kills)}, ended by themselves {deaths}, e-mails twice {mail_server.doubled()}, {found}"
    )
    assert {"redis", *WORKERS, "relay"} <= set(kills)
    assert found.pop("repeated") > 0  # or nothing was hit
    assert found.pop("most_attempts") < 8
    assert found == whole(SUBMISSIONS)
    assert len(set(mail_server.received)) == SUBMISSIONS  # a second copy has the same Message-ID (docs/adr/0002)


def whole(number):
    """The figures when every submission has everything exactly once."""
    return {
        "submissions": number,
        "people": number,
        "readable_files": 2 * number,
        "rows_of_files": 2 * number,
        "files_on_disk_after_cleaning": 2 * number,
        "issued": [1, 1],
        "letters": [1, 1],
        "dispatches": [1, 1],
        "checked": [1, 1],
        "done_per_handler": [number],
        "not_done": 0,
        "dead": 0,
    }
