"""Keysets and a data folder for each test of this app, an actor, and the power of a database owner to tamper."""

import uuid
from contextlib import contextmanager

import pytest
from django.db import connection
from msgspec import structs

from portal.audit.events import UserActor
from portal.crypto.services import create_missing_keysets


@pytest.fixture(autouse=True)
def folders(tmp_path, settings):
    settings.PORTAL = structs.replace(settings.PORTAL, keyset_dir=tmp_path / "keys", data_dir=tmp_path / "data")
    create_missing_keysets()
    return tmp_path


@pytest.fixture
def actor():
    return UserActor(uuid.uuid4(), role="caseworker", purpose="triage")


@pytest.fixture
def tampering():
    """Inside, triggers and foreign keys are off, as for a superuser who means harm."""

    @contextmanager
    def switched_off():
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
            yield cursor
            cursor.execute("SET session_replication_role = origin")

    return switched_off
