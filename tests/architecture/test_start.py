"""What a web process loads before its first answer: every module there is paid for at every start."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAY = """
import json, sys
import portal.wsgi
from applications.claim.base import ClaimPart

def parts(cls):
    for part in cls.__subclasses__():
        yield part
        yield from parts(part)

def dataclasses():
    apps = ("portal.", "applications.", "mailbox.", "appointments.")
    for module in [module for name, module in sys.modules.items() if name.startswith(apps)]:
        for found in vars(module).values():
            if isinstance(found, type) and found.__module__ == module.__name__ and "__dataclass_fields__" in vars(found):
                yield f"{found.__module__}.{found.__qualname__}"

built = [part.__name__ for part in parts(ClaimPart) if part.__pydantic_complete__]
print(json.dumps({"modules": sorted(sys.modules), "built": built, "dataclasses": sorted(dataclasses())}))
"""
WARM_UP = """
import json, sys, threading
import portal.wsgi
from portal import web_server
web_server.PAUSE = 0
web_server.post_worker_init(None)
for thread in threading.enumerate():
    if thread is not threading.current_thread():
        thread.join()
print(json.dumps(sorted(sys.modules)))
"""
LATER = {  # loaded by those who use it
    "celery",
    "dateutil",
    "fido2",
    "holidays",
    "idna",
    "phonenumbers",
    "pikepdf",
    "pycountry",
    "redis",
    "requests",
    "stdnum",
    "weasyprint",
}
SOON = {  # by the process itself, as soon as it serves
    "applications.catalogue.main_application",
    "applications.claim.builders.main_application",
    "applications.plausibility.rules",
    "applications.views.wizard",
    "appointments.views.booking",
    "mailbox.views.compose",
    "portal.desk.site",
    "portal.leaving.views",
    "tink",
    "yaml",
}


def said_by(script, **settings):
    """What a web process says that has no other settings, so neither a database nor services to sign in by."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PORTAL_", "DJANGO_"))}
    command = [sys.executable, "-W", "ignore", "-c", script]
    settings |= {"DJANGO_SETTINGS_MODULE": "portal.settings.base"}
    said = subprocess.run(command, cwd=ROOT, env=environment | settings, check=True, capture_output=True)
    return json.loads(said.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def started():
    return said_by(SAY)


def test_start_loads_views_and_nothing_that_few_pages_need(started):
    assert "portal.pages.views.home" in started["modules"]
    assert (LATER | SOON).intersection(started["modules"]) == set()


def test_process_that_serves_loads_the_rest_by_itself_without_the_database(settings):
    warm = said_by(WARM_UP, PORTAL_KEYSET_DIR=str(settings.PORTAL.keyset_dir))
    assert SOON - set(warm) == set()


def test_no_part_of_the_claim_is_built_at_the_start(started):
    assert started["built"] == []


def test_plain_values_are_no_dataclasses(started):
    assert started["dataclasses"] == [
        "portal.documents.domain.workshop.outcome.Outcome",  # in the cage, too
        "portal.documents.domain.workshop.sandbox.Limits",
        "portal.pages.navigation.Link",  # its label does not count in comparisons
    ]
