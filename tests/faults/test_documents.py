"""Document workers, relay, Redis and the virus scanner are killed while documents are checked: none is lost or doubled."""

import random
import time
from collections import Counter

import pytest

from tests.faults.fleet import wait_until

pytestmark = [pytest.mark.fault, pytest.mark.slow]

OF_EACH_KIND = 12
KILLS = 10  # at least
LONGEST = 400  # seconds
UNDER_WAY = "SELECT count(*) FROM documents_document WHERE status IN ('received', 'scanned')"
SCANNED = "SELECT count(*) FROM documents_document WHERE status = 'scanned'"
SERVICES = ("redis", "clamd")
ROLES = ("documents", "relay")


def kill_one(portal, chance):
    """Kill one of the four, and start it again a moment later; says which."""
    victim = chance.choice([*SERVICES, *ROLES])
    if victim in SERVICES:
        service = getattr(portal.services, victim)
        service.kill()
        time.sleep(chance.uniform(0.1, 0.8))
        service.start()
    else:
        portal.kill(victim)
        portal.start_roles(victim)
    return victim


def revive(portal):
    for role in ROLES:
        if portal.running[role].poll() is not None:
            portal.kill(role)
            portal.start_roles(role)


def test_no_document_is_lost_doubled_or_released_unscanned_under_kill_9(portal, clerk, count):
    chance, kills, begun = random.Random(20261126), Counter(), time.monotonic()
    clerk.ask("upload_papers", OF_EACH_KIND)
    portal.start_roles(*ROLES)
    assert wait_until(lambda: count(SCANNED) > 0)

    while time.monotonic() - begun < LONGEST and not (count(UNDER_WAY) == 0 and kills.total() >= KILLS):
        kills[kill_one(portal, chance)] += 1
        time.sleep(chance.uniform(0.5, 3.0))
        revive(portal)
        if kills.total() <= KILLS and count(UNDER_WAY) < OF_EACH_KIND:
            clerk.ask("upload_papers", 1)
        clerk.ask("resume_papers")
    assert wait_until(lambda: clerk.ask("resume_papers") == 0 and count(UNDER_WAY) == 0, 120), portal.written()

    found = clerk.ask("papers")
    print(f"\n{time.monotonic() - begun:.0f} s, kills {dict(kills)}, {found}")
    number = found["ended"]["malware"]
    assert number >= OF_EACH_KIND
    assert found == {
        "ended": {"released": 2 * number, "malware": number, "pdf_encrypted": number},
        "twice": 0,
        "unscanned": 0,
        "pages_twice": 0,
        "files_match_rows": True,
    }
