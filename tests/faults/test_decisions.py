"""Around the notice of a decision a worker dies and mail servers fail: the clock counts from the first dispatch that is
proven, or there is none. Real SMTP, real processes.
"""

import time
from contextlib import closing

import psycopg2
import pytest

from tests.faults.fleet import wait_until

pytestmark = [pytest.mark.fault, pytest.mark.slow]

BEGUN = "SELECT count(*) FROM mailbox_decision WHERE notified_at IS NOT NULL"
BY_POST = "SELECT count(*) FROM mailbox_decision WHERE delivery = 'post'"
PENDING = "SELECT count(*) FROM notices_dispatch WHERE status = 'pending' AND error <> ''"
OPEN = "SELECT count(*) FROM outbox_outboxmessage WHERE done_at IS NULL AND fact LIKE 'decision%'"  # not files
HELD_UP = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'audit_auditevent'::regclass"


@pytest.fixture
def pause(services, mail_server):
    """The worker stands still between "taken" of the mail server and our mark, until this connection lets go."""
    names = {"host": "PORTAL_DB_HOST", "dbname": "PORTAL_DB_NAME", "user": "PORTAL_DB_USER"}
    link = psycopg2.connect(**{key: services.environment[name] for key, name in names.items()})

    def hold():
        with link.cursor() as cursor:
            cursor.execute("LOCK TABLE audit_auditevent IN SHARE MODE")
        mail_server.after_taking = None

    mail_server.after_taking = hold
    with closing(link):
        yield link


def sent_at(clerk):
    return [sent for status, _error, _reply, sent in clerk.ask("dispatches") if status == "sent"]


def test_worker_killed_after_the_notice_was_taken_begins_the_clock_with_the_proven_one(
    portal, clerk, count, mail_server, pause
):
    clerk.ask("release_decision")
    portal.start_roles("relay", "worker")
    assert wait_until(lambda: count(HELD_UP) == 1), portal.written()
    portal.kill("worker")
    killed_at = time.time()
    pause.rollback()
    assert (len(mail_server.received), count(BEGUN)) == (1, 0)

    portal.start_roles("worker")
    assert wait_until(lambda: count(BEGUN) == 1 and count(OPEN) == 0), portal.written()
    first, second = mail_server.received
    assert first == second
    delivery, _reason, began = clerk.ask("decision")
    assert (delivery, [began]) == ("portal", sent_at(clerk))
    assert began > killed_at


def test_refusal_for_good_leaves_no_clock(portal, clerk, count, mail_server):
    mail_server.refusal = "550 5.1.1 unknown"
    clerk.ask("release_decision")
    portal.start_roles("relay", "worker")

    assert wait_until(lambda: count(BY_POST) == 1 and count(OPEN) == 0), portal.written()
    assert clerk.ask("decision") == ["post", "bounced", None]
    assert mail_server.received == []


def test_mail_server_that_was_away_begins_the_clock_when_it_is_back(portal, clerk, count, mail_server):
    mail_server.stop()
    clerk.ask("release_decision")
    portal.start_roles("relay", "worker")
    assert wait_until(lambda: count(PENDING) == 1 and count(OPEN) == 0), portal.written()
    assert clerk.ask("decision") == ["portal", "", None]

    mail_server.start()
    clerk.ask("release_notices")
    assert wait_until(lambda: count(BEGUN) == 1 and count(OPEN) == 0), portal.written()
    assert [clerk.ask("decision")[2]] == sent_at(clerk)
    assert len(mail_server.received) == 1
