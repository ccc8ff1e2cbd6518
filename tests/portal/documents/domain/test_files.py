import hashlib
import io

import pytest
from django.db import transaction

from portal.documents.domain.storage import remove_orphans
from portal.documents.enums import StoredFileKind
from portal.documents.errors import UploadRefused
from portal.documents.models import StoredFile
from portal.documents.services import discard_file, open_file, store_file
from tests.factories.documents import store_without_own_key
from tests.factories.stores import names_in_store
from tests.portal.documents.domain.test_storage import IN_TWO_DAYS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("any_store")]


@pytest.mark.parametrize("content", [b"Inhalt" * 100_000, io.BytesIO(b"Inhalt" * 100_000)], ids=["bytes", "file"])
def test_stored_file_knows_size_and_hash(content):
    if not isinstance(content, bytes):
        content.seek(0)
    stored = store_file(content, media_type="application/pdf")

    expected = b"Inhalt" * 100_000
    assert (stored.size, stored.sha256, stored.kind) == (
        len(expected),
        hashlib.sha256(expected).hexdigest(),
        StoredFileKind.GENERATED,
    )
    assert b"".join(open_file(stored)) == expected


def test_row_that_fails_leaves_no_file():
    with pytest.raises(Exception, match="value too long"):
        store_file(b"x", media_type="a" * 80)

    assert names_in_store() == []


@pytest.mark.parametrize("store", [store_file, store_without_own_key], ids=["own_key", "old"])
def test_discarded_file_leaves_the_store_with_the_transaction(store, django_capture_on_commit_callbacks):
    stored = store(b"Brief", media_type="text/plain")

    with django_capture_on_commit_callbacks() as callbacks:
        discard_file(stored)
    assert (len(names_in_store()), StoredFile.objects.count()) == (1, 0)
    callbacks[0]()

    assert names_in_store() == []


@pytest.mark.django_db(transaction=True)
def test_content_that_cannot_be_deleted_now_goes_later(settings):
    stored = store_file(b"Brief", media_type="text/plain")
    storages = settings.STORAGES
    with transaction.atomic():
        discard_file(stored)
        settings.STORAGES = {**storages, "files": {"BACKEND": "tests.factories.stores.AwayStore"}}
    settings.STORAGES = storages

    assert (len(names_in_store()), StoredFile.objects.count()) == (1, 0)
    assert (remove_orphans(now=IN_TWO_DAYS), names_in_store()) == (1, [])


def test_store_that_is_away_keeps_nothing_and_has_words_for_the_person(settings):
    settings.STORAGES = {**settings.STORAGES, "files": {"BACKEND": "tests.factories.stores.AwayStore"}}

    with pytest.raises(UploadRefused) as refused:
        store_file(b"Brief", media_type="text/plain")

    assert str(refused.value.message).startswith("Wir können gerade keine Dateien speichern.")
    assert not StoredFile.objects.exists()
