import hashlib
import io

import pytest

from portal.documents.enums import StoredFileKind
from portal.documents.models import StoredFile
from portal.documents.services import discard_file, open_file, store_file

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("content", [b"Inhalt" * 100_000, io.BytesIO(b"Inhalt" * 100_000)], ids=["bytes", "file"])
def test_stored_file_knows_size_and_hash(content):
    stored = store_file(content, media_type="application/pdf")

    expected = b"Inhalt" * 100_000
    assert (stored.size, stored.sha256, stored.kind) == (
        len(expected),
        hashlib.sha256(expected).hexdigest(),
        StoredFileKind.GENERATED,
    )
    assert b"".join(open_file(stored)) == expected


def test_row_that_fails_leaves_no_file():
    before = set(StoredFile.path_for(StoredFile().id).parent.parent.glob("??/*"))

    with pytest.raises(Exception, match="value too long"):
        store_file(b"x", media_type="a" * 80)

    assert set(StoredFile.path_for(StoredFile().id).parent.parent.glob("??/*")) == before


def test_discarded_file_leaves_the_disk_with_the_transaction(django_capture_on_commit_callbacks):
    stored = store_file(b"Brief", media_type="text/plain")
    path = stored.path

    with django_capture_on_commit_callbacks() as callbacks:
        discard_file(stored)
    assert (path.exists(), StoredFile.objects.count()) == (True, 0)
    callbacks[0]()

    assert not path.exists()
