"""Services that a test may kill, and the portal around them."""

from contextlib import ExitStack, closing

import psycopg2
import pytest

from ops.services import throwaway
from tests.faults.fleet import ENTRY, Clerk, Fleet, MailServer


@pytest.fixture
def services():
    with throwaway() as started:
        yield started


@pytest.fixture
def count(services):
    """``count("SQL")``: the first value of the first row."""

    def ask(statement):
        link = psycopg2.connect(
            host=services.environment["PORTAL_DB_HOST"],
            dbname=services.environment["PORTAL_DB_NAME"],
            user=services.environment["PORTAL_DB_USER"],
        )
        with closing(link), link.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchone()[0]

    return ask


@pytest.fixture
def mail_server():
    server = MailServer()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def portal(services, tmp_path, mail_server):
    """The portal with keys, tables and the demo's jobcenters, run by the narrow database role; nothing started yet."""
    with ExitStack() as stack:
        log = stack.enter_context((tmp_path / "log").open("wb"))
        ships = Fleet(
            services,
            log,
            "tests.faults.haste.settings",
            PORTAL_DB_USER="portal_app",
            PORTAL_SMTP_HOST="127.0.0.1",
            PORTAL_SMTP_PORT=str(mail_server.port),
            PORTAL_WEB_WORKERS="1",
        )
        stack.callback(ships.kill_all)
        ships.run([ENTRY, "migrate"], PORTAL_DB_USER="portal", PORTAL_MIGRATE_VERBOSITY="0")
        yield ships


@pytest.fixture
def clerk(portal):
    hired = Clerk(portal)
    hired.ask("open_offices")
    yield hired
    hired.end()
