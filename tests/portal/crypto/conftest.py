"""A folder of fresh keysets for each test of this app, and a model with encrypted fields that no migration knows."""

import uuid

import pytest
from django.apps.registry import Apps
from django.db import connection, models
from msgspec import structs

from portal.crypto.models import EncryptedJSONField, EncryptedTextField
from portal.crypto.services import create_missing_keysets

isolated = Apps()


class Note(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    title = models.CharField(max_length=20, default="")
    body = EncryptedTextField(default="", max_length=20)
    answers = EncryptedJSONField(default=dict)
    remark = EncryptedTextField(null=True)

    class Meta:
        apps = isolated
        app_label = "crypto"


@pytest.fixture(autouse=True)
def keyset_dir(tmp_path, settings):
    settings.PORTAL = structs.replace(settings.PORTAL, keyset_dir=tmp_path / "keys")
    create_missing_keysets()
    return tmp_path / "keys"


@pytest.fixture
def note_model(db):
    with connection.schema_editor() as editor:
        editor.create_model(Note)
    return Note


@pytest.fixture
def column():
    """The bytes that lie in the database."""

    def read(row, name="body"):
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT "{name}" FROM crypto_note WHERE id = %s', [row.pk])  # noqa: S608 -- our own text
            return bytes(cursor.fetchone()[0])

    return read
