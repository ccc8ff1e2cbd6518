import io
import os

import pytest
from django.core.management import CommandError, call_command

from portal.documents.domain.storage import delete_file, write_file
from portal.documents.models import StoredFile
from portal.documents.services import store_file
from tests.factories.stores import names_in_store

pytestmark = pytest.mark.django_db


def run(**options):
    output = io.StringIO()
    try:
        call_command("check_files", stdout=output, **options)
    except CommandError as error:
        return [*output.getvalue().splitlines(), f"CommandError: {error}"]
    return output.getvalue().splitlines()


def test_command_is_content_when_all_is_well():
    store_file(b"x", media_type="text/plain")

    assert run() == ["1 Dateien geprüft."]


def test_command_names_what_is_wrong_and_fails():
    stored = store_file(b"x", media_type="text/plain")
    delete_file(stored.pk)

    assert run(fast=True) == [
        f"{stored.pk}: Inhalt fehlt",
        "1 Dateien geprüft.",
        "CommandError: 1 Dateien sind nicht in Ordnung.",
    ]


def test_command_deletes_orphans_when_told_to(data_dir):
    orphan = write_file(io.BytesIO(b"x")).file_id
    os.utime(data_dir / "files" / StoredFile.name_for(orphan), (0, 0))

    assert run()[0] == f"{orphan}: Inhalt ohne Eintrag"
    assert run(delete_orphans=True) == [f"{orphan}: ohne Eintrag, gelöscht", "0 Dateien geprüft."]
    assert names_in_store() == []
