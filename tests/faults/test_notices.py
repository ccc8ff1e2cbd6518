"""The mail server refuses or is away, and a worker dies between its "taken" and our mark: nothing is lost, and what is
sent twice is the same e-mail. Real SMTP, real processes.
"""

import time
from contextlib import closing

import psycopg2
import pytest

from tests.faults.fleet import wait_until

pytestmark = [pytest.mark.fault, pytest.mark.slow]

SENT = "SELECT count(*) FROM notices_dispatch WHERE status = 'sent'"
TRIED = "SELECT count(*) FROM notices_dispatch WHERE status = 'pending' AND due_at IS NOT NULL AND error = '{}'"
UNDONE = "SELECT count(*) FROM outbox_outboxmessage WHERE done_at IS NULL"
HELD_UP = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'audit_auditevent'::regclass"
BOTH = 2  # news for one person, a decision for another


def assert_waiting(portal, count, error):
    """Both rows wait, and nothing fails in the outbox that would be given up some day."""
    assert wait_until(lambda: count(TRIED.format(error)) == BOTH), portal.written()
    assert wait_until(lambda: count(UNDONE) == 0), portal.written()


def test_mail_server_that_is_away_and_then_refuses_gets_everything_later(portal, clerk, count, mail_server):
    mail_server.stop()
    for kind in ("news", "decision"):
        clerk.ask("tell", kind)
    portal.start_roles("relay", "worker")
    assert_waiting(portal, count, "ConnectionRefusedError")

    mail_server.refusal = "450 4.2.0 later"
    mail_server.start()
    assert clerk.ask("release_notices") == BOTH
    assert_waiting(portal, count, "450")
    assert mail_server.received == []

    mail_server.refusal = ""
    assert clerk.ask("release_notices") == BOTH
    assert wait_until(lambda: count(SENT) == BOTH), portal.written()
    assert [dispatch[:3] for dispatch in clerk.ask("dispatches")] == [["sent", "", "250 2.0.0 4F1B2C9D"]] * BOTH
    assert len(set(mail_server.received)) == len(mail_server.received) == BOTH


@pytest.fixture
def holding_up(services):
    """Lets nobody write to the audit trail from its first call on, until the end of the block that it returns."""
    names = {"host": "PORTAL_DB_HOST", "dbname": "PORTAL_DB_NAME", "user": "PORTAL_DB_USER"}
    link = psycopg2.connect(**{key: services.environment[name] for key, name in names.items()})
    with closing(link):
        yield link


def test_worker_killed_after_the_server_took_it_sends_the_same_e_mail_again(
    portal, clerk, count, mail_server, holding_up
):
    def hold_up():
        with holding_up.cursor() as cursor:
            cursor.execute("LOCK TABLE audit_auditevent IN SHARE MODE")
        mail_server.after_taking = None

    mail_server.after_taking = hold_up
    for kind in ("news", "decision"):
        clerk.ask("tell", kind)
    portal.start_roles("relay", "worker")
    assert wait_until(lambda: count(HELD_UP) == BOTH), portal.written()
    portal.kill("worker")
    killed_at = time.time()
    holding_up.rollback()
    first = list(mail_server.received)
    assert (len(first), count(SENT)) == (BOTH, 0)

    portal.start_roles("worker")
    assert wait_until(lambda: count(SENT) == BOTH), portal.written()
    assert sorted(mail_server.received[BOTH:]) == sorted(first)
    proven = [dispatch[3] for dispatch in clerk.ask("dispatches")]
    assert min(proven) > killed_at  # only what was proven counts
    assert clerk.ask("ask_again") in proven
    assert len(mail_server.received) == 2 * BOTH
