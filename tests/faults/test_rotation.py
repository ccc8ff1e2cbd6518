"""Moving to a new key is killed twice in the middle; in the end everything opens and the old keys are gone."""

import json
import os
import sys
import time
from pathlib import Path

import pytest

from tests.faults.fleet import wait_until

pytestmark = [pytest.mark.fault, pytest.mark.slow]

MANAGE = [sys.executable, "manage.py"]
MOVE = [*MANAGE, "reencrypt", "fields", "files", "--rotate"]
PERSONS, FILES = 4000, 200
KEYS_OF_NAMES = "SELECT count(DISTINCT substring(name from 1 for 5)) FROM cases_person"
WITH_OWN_KEY = "SELECT count(*) FROM documents_storedfile WHERE key IS NOT NULL"


def keys_in(portal, name):
    path = Path(portal.environment["PORTAL_KEYSET_DIR"]) / f"{name}.json"
    return [entry["keyId"] for entry in json.loads(path.read_text())["key"]]


def let_a_day_pass(portal):
    yesterday = time.time() - 86_500
    for path in Path(portal.environment["PORTAL_KEYSET_DIR"]).iterdir():
        os.utime(path, (yesterday, yesterday))


def test_move_killed_in_the_middle_goes_on_and_old_keys_retire(portal, clerk, count):
    clerk.ask("old_papers", PERSONS, FILES)
    let_a_day_pass(portal)
    portal.start("move", MOVE)
    assert wait_until(lambda: count(KEYS_OF_NAMES) == 2), portal.written()
    portal.kill("move")
    assert count(KEYS_OF_NAMES) == 2

    portal.start("move", MOVE)
    assert wait_until(lambda: count(WITH_OWN_KEY) > 0), portal.written()
    portal.kill("move")
    assert 0 < count(WITH_OWN_KEY) < FILES
    assert clerk.ask("open_everything") == {"names": PERSONS, "files": FILES}

    portal.run(MOVE)
    assert (count(KEYS_OF_NAMES), count(WITH_OWN_KEY), len(keys_in(portal, "fields"))) == (1, FILES, 2)
    let_a_day_pass(portal)
    for name in ("fields", "files"):
        portal.run([*MANAGE, "retire_key", name])

    assert (len(keys_in(portal, "fields")), len(keys_in(portal, "files"))) == (1, 1)
    assert clerk.ask("open_everything") == {"names": PERSONS, "files": FILES}
