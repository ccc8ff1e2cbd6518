"""Chromium, a live server on the test database, and the portal's real relay and workers beside it."""

import io
import logging
import os
import re
from types import SimpleNamespace

import pytest
from django.db import connection
from msgspec import structs
from playwright.sync_api import sync_playwright

pytest.register_assert_rewrite(
    "tests.journeys.receipt_files", "tests.journeys.steps", "tests.journeys.typist", "tests.journeys.watching"
)

from ops.demo import WORKERS
from portal.desk.management.commands.load_demo import APP_SECRET as DEMO_APP_SECRET
from portal.desk.management.commands.load_demo import PASSWORD as DEMO_PASSWORD
from portal.desk.management.commands.load_demo import load_jobcenters, load_people
from tests import outputs
from tests.journeys.background import Background, environment_for
from tests.journeys.visitor import DESK, PHONE, Mails, Visitor
from tests.journeys.watching import Seen, Watch

CHROMIUM = "/usr/bin/chromium"
SWITCHES = (
    "--no-sandbox",  # root has no other way; the pages are our own
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
ADDRESSEE = re.compile(r"^To: .*$", re.MULTILINE)
FIRST_BROKER = 4  # number of the Redis database; 0 and 1 belong to the portal itself


@pytest.fixture(scope="session")
def chromium():
    """One browser for all journeys of this process. It needs an event loop, which Django would take for async code."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def processes(django_db_setup, portal_folders, live_server, tmp_path_factory, worker_id):
    """Relay and workers on this process's test database."""
    number = FIRST_BROKER + (int(worker_id.removeprefix("gw")) if worker_id.startswith("gw") else 0)
    portal = structs.replace(portal_folders, base_url=live_server.url)
    background = Background(
        environment_for(connection.settings_dict["NAME"], portal, number), tmp_path_factory.mktemp("background")
    )
    yield background
    background.stop("relay", *WORKERS)


@pytest.fixture(scope="session")
def seen_by_axe(tmp_path_factory, worker_id):
    """Kinds of pages that were examined already, in this process or in one beside it."""
    base = tmp_path_factory.getbasetemp()
    return Seen((base if worker_id == "master" else base.parent) / "seen-by-axe")


@pytest.fixture
def printed():
    """What the web process writes to its log: the real handlers with their real filters, into memory."""
    text = io.StringIO()
    loggers = [logging.getLogger(), *(logging.getLogger(name) for name in ("django", "django.server", "celery"))]
    handlers = {handler for logger in loggers for handler in logger.handlers if handler.name == "console"}
    former = {handler: handler.setStream(text) for handler in handlers}
    yield text
    for handler, stream in former.items():
        handler.setStream(stream)


@pytest.fixture
def delivers():
    """Whether relay and workers work. Files about what people see at once let them rest: what waits is forgotten."""
    return True


@pytest.fixture
def site(transactional_db, live_server, settings, processes, printed, delivers):
    """The portal with its invented jobcenters and staff, as the demo has them. E-mails are files."""
    settings.PORTAL = structs.replace(settings.PORTAL, base_url=live_server.url)
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = settings.PORTAL.mail_dir
    mails = Mails(settings.PORTAL.mail_dir)
    mails.clear()
    load_jobcenters()
    load_people()
    if delivers:
        processes.start(*WORKERS, "relay")
    else:
        processes.stop("relay")
    yield SimpleNamespace(url=live_server.url, mails=mails, processes=processes, printed=printed)
    if delivers:
        processes.start(*WORKERS, "relay")  # a test that failed may have left them stopped
        processes.settle()  # the tables are emptied next
    for text in mails.all():
        outputs.saw("e-mail", ADDRESSEE.sub("", text))
    outputs.saw("log", printed.getvalue() + processes.written())


@pytest.fixture
def visit(chromium, site, seen_by_axe):
    """A function that gives a visitor of one's own: `visit(secrets=…, scripts=True)`."""
    contexts = []

    def new(*, secrets=(), scripts=True, viewport=PHONE, dark=False):
        context = chromium.new_context(
            viewport=viewport,
            locale="de-DE",
            timezone_id="Europe/Berlin",
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
        )
        context.set_default_timeout(20_000)
        contexts.append(context)
        watch = Watch(context, site.url, secrets=secrets, seen=seen_by_axe, scripts=scripts)
        return Visitor(context, watch, site.url, site.mails)

    yield new
    for context in contexts:
        context.close()


@pytest.fixture
def employee(visit):
    """A function: somebody of the jobcenter at her desk, signed in."""

    def new(email="sachbearbeitung@example.org", **options):
        visitor = visit(viewport=DESK, **options)
        visitor.open("/verwaltung/")
        visitor.sign_in(email, DEMO_PASSWORD)
        visitor.enter_app_code(DEMO_APP_SECRET)
        return visitor

    return new
