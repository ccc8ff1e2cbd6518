"""What every test needs: keysets and folders of its own worker, and test databases that may be emptied."""

import logging
import uuid

import pytest
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from msgspec import structs

from ops.clamav import MISSING, Clamd, find_clamd
from ops.folders import own_folder
from ops.processes import service_account
from ops.services import temporary_home
from portal.crypto.services import create_missing_keysets
from tests import outputs
from tests.browser import Browser

settings.DATABASES["default"].setdefault("OPTIONS", {})["options"] = "-c portal.allow_truncate=on"


@pytest.fixture(scope="session", autouse=True)
def portal_folders(tmp_path_factory):
    """Folders for files, keysets and mails; one set per xdist worker."""
    base = tmp_path_factory.mktemp("portal")
    folders = {f"{name}_dir": base / name for name in ("data", "mail")}
    settings.PORTAL = structs.replace(settings.PORTAL, keyset_dir=base / "keys", **folders)
    for folder in folders.values():
        folder.mkdir()
    create_missing_keysets()
    return settings.PORTAL


@pytest.fixture(autouse=True)
def fresh_cache():
    """Rate limits start anew in every test, although all workers share one Redis; no office is known from another.

    The process keeps an office for a minute: that of an earlier test, or one that is read anew while a test counts.
    """
    from portal.pages.offices import forget_cards

    cache.key_prefix = f"test-{uuid.uuid4()}"
    forget_cards()


@pytest.fixture(scope="session", autouse=True)
def watched_logs():
    """Every line of every handler is searched before it is written."""
    loggers = [logging.getLogger(), *(logging.getLogger(name) for name in ("django", "django.server", "celery"))]
    for handler in {handler for logger in loggers for handler in logger.handlers if handler.name == "console"}:
        handler.setStream(outputs.WatchedStream(handler.stream))


@pytest.fixture(autouse=True)
def nothing_betrayed(watched_logs):
    """No e-mail, push or log line of any test holds a name, an address or an account of the invented households."""
    outputs.leaks()
    yield
    for message in getattr(mail, "outbox", ()):
        outputs.saw("e-mail", f"{message.subject}\n{message.body}\n{message.extra_headers}")
    assert outputs.leaks() == []


def pytest_terminal_summary(terminalreporter):
    """How much the access table has asked, and how often the answer was another one."""
    answers = {
        outcome: [report for report in terminalreporter.stats.get(outcome, ()) if "_as_the_table_says" in report.nodeid]
        for outcome in ("passed", "failed")
    }
    rows = sum(map(len, answers.values()))
    if rows:
        from tests.access.table import ROLES, TABLE

        terminalreporter.write_line(
            f"Access: {len(TABLE)} addresses, {rows} rows x {len(ROLES)} roles = {rows * len(ROLES)} answers, "
            f"{len(answers['failed'])} surprises"
        )


@pytest.fixture
def scanner():
    """The virus scanner of this run (`ops.clamav`): the path of its socket."""
    if not settings.PORTAL.clamd:
        pytest.fail(MISSING)
    return settings.PORTAL.clamd


@pytest.fixture
def private_clamd(settings):
    """A virus scanner that a test may kill, stop and start; the portal uses it instead of the run's."""
    account = service_account()
    program = find_clamd(account) or pytest.fail(MISSING)
    with temporary_home(account) as home:
        sockets = own_folder(home / "run", account)
        clamd = Clamd(home, sockets, account, lasting=False, safe_writes=False, program=program)
        clamd.start()
        settings.PORTAL = structs.replace(settings.PORTAL, clamd=str(clamd.socket))
        yield clamd
        clamd.stop()


@pytest.fixture(scope="session", autouse=True)
def unread():
    """Nobody draws and reads the pages of papers: two child programs a page. Tests about that ask for `reading`."""
    from portal.documents.tasks import read_pages
    from portal.outbox.models import subscriptions

    entries = [entry for entry in subscriptions if entry.handler is read_pages]
    for entry in entries:
        subscriptions.remove(entry)
    return entries


@pytest.fixture
def reading(unread):
    """The pages of papers are drawn and read, as everywhere else."""
    from portal.outbox.models import subscriptions

    for entry in unread:
        subscriptions.add(entry)
    yield
    for entry in unread:
        subscriptions.remove(entry)


@pytest.fixture
def everybody_agrees():
    """Every account that is made agrees to e-mails about news: for tests of what those say and whom they reach."""
    from django.db.models.signals import post_save

    from portal.accounts.models import User
    from tests.factories.consents import agreeing

    def agree(*, instance, created, **_signal):
        if created:
            agreeing(instance)

    post_save.connect(agree, sender=User, weak=False)
    yield
    post_save.disconnect(agree, sender=User)


@pytest.fixture
def client():
    """Django's test client, signed in as people are."""
    return Browser()
