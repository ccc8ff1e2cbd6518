"""A worker dies in the middle of a copy: the next one makes it, once, and the person hears of it once."""

import os
from pathlib import Path

import pytest

from tests.faults.fleet import wait_until

pytestmark = [pytest.mark.fault, pytest.mark.slow]

READY = "SELECT count(*) FROM leaving_datacopy WHERE ready_at IS NOT NULL"
ANNOUNCED = "SELECT count(*) FROM leaving_datacopy WHERE announced_at IS NOT NULL"
ATTEMPTS = "SELECT max(attempts) FROM outbox_outboxmessage WHERE fact = 'data_copy.requested'"


def give_nothing(pipe, held):
    """Hold the pipe open for whoever waits for its content; says whether somebody does."""
    try:
        held.append(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))
    except OSError:
        return False
    return True


def test_worker_killed_in_the_middle_of_a_copy(portal, clerk, count, mail_server):
    pipe, aside = map(Path, clerk.ask("copy_that_hangs"))
    held = []
    portal.start_roles("relay", "worker")
    assert wait_until(lambda: give_nothing(pipe, held)), portal.written()
    portal.kill("worker")
    os.close(held[0])
    assert (count(READY), count(ATTEMPTS)) == (0, 1)

    aside.rename(pipe)
    portal.start_roles("worker")

    assert wait_until(lambda: count(ANNOUNCED) == 1), portal.written()
    assert (count(READY), count(ATTEMPTS)) == (1, 2)
    assert clerk.ask("copies") == {"whole": 1, "files_match_rows": True}
    assert len(mail_server.received) == 1
