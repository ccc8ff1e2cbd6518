"""The mail server refuses or is away, and a worker dies between its "taken" and our mark: nothing is lost, and what is
sent twice is the same e-mail. Real SMTP, real processes.
"""

import time
from contextlib import closing, contextmanager

import psycopg2
import pytest

from tests.faults.fleet import wait_until

pytestmark = [pytest.mark.fault, pytest.mark.slow]

SENT = "SELECT count(*) FROM notices_dispatch WHERE status = 'sent'"
TRIED = "SELECT count(*) FROM notices_dispatch WHERE status = 'pending' AND error <> ''"
UNDONE = "SELECT count(*) FROM outbox_outboxmessage WHERE done_at IS NULL"
HELD_UP = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'audit_auditevent'::regclass"
KINDS = ["news", "decision"]


@contextmanager
def refusing(mail_server):
    mail_server.refusal = "450 4.2.0 later"
    yield "450"
    mail_server.refusal = ""


@contextmanager
def away(mail_server):
    mail_server.stop()
    yield "ConnectionRefusedError"
    mail_server.start()


@pytest.mark.parametrize("trouble", [refusing, away])
@pytest.mark.parametrize("kind", KINDS)
def test_mail_server_in_trouble_gets_it_later(portal, clerk, count, mail_server, kind, trouble):
    with trouble(mail_server) as error:
        clerk.ask("tell", kind)
        portal.start_roles("relay", "worker")
        assert wait_until(lambda: count(TRIED) == 1), portal.written()
        assert clerk.ask("dispatches") == [["pending", error, "", None]]
        assert wait_until(lambda: count(UNDONE) == 0), portal.written()  # the row waits, nothing fails and is given up
    assert mail_server.received == []

    assert clerk.ask("release_notices") == 1
    assert wait_until(lambda: count(SENT) == 1), portal.written()
    (dispatch,) = clerk.ask("dispatches")
    assert dispatch[:3] == ["sent", "", "250 2.0.0 4F1B2C9D"]
    assert len(mail_server.received) == 1


@pytest.fixture
def holding_up(services):
    """Lets nobody write to the audit trail from its first call on, until the end of the block that it returns."""
    names = {"host": "PORTAL_DB_HOST", "dbname": "PORTAL_DB_NAME", "user": "PORTAL_DB_USER"}
    link = psycopg2.connect(**{key: services.environment[name] for key, name in names.items()})
    with closing(link):
        yield link


@pytest.mark.parametrize("kind", KINDS)
def test_worker_killed_after_the_server_took_it_sends_the_same_e_mail_again(
    portal, clerk, count, mail_server, holding_up, kind
):
    def hold_up():
        with holding_up.cursor() as cursor:
            cursor.execute("LOCK TABLE audit_auditevent IN SHARE MODE")
        mail_server.after_taking = None

    mail_server.after_taking = hold_up
    clerk.ask("tell", kind)
    portal.start_roles("relay", "worker")
    assert wait_until(lambda: count(HELD_UP) == 1), portal.written()
    portal.kill("worker")
    killed_at = time.time()
    holding_up.rollback()
    assert (len(mail_server.received), count(SENT)) == (1, 0)

    portal.start_roles("worker")
    assert wait_until(lambda: count(SENT) == 1), portal.written()
    first, second = mail_server.received
    assert first == second
    (dispatch,) = clerk.ask("dispatches")
    assert dispatch[3] > killed_at  # proven is only the second one
    if kind == "decision":
        assert clerk.ask("ask_again") == dispatch[3]
        assert len(mail_server.received) == 2
