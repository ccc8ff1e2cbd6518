import datetime
import io
import os

import pytest
from django.utils import timezone

from portal.crypto.errors import DecryptionFailed
from portal.documents.domain.storage import delete_file, read_file, remove_orphans, write_file
from portal.documents.models import StoredFile
from portal.documents.services import store_file

pytestmark = pytest.mark.django_db
SECRET = b"Kontostand 12,34 Euro" * 1000


def test_file_on_disk_is_encrypted_and_private():
    path = store_file(SECRET, media_type="application/pdf").path

    assert b"Kontostand" not in path.read_bytes()
    assert (path.stat().st_mode & 0o777, path.suffix) == (0o600, "")


def test_written_file_comes_back():
    stored = store_file(SECRET, media_type="application/pdf")

    assert b"".join(read_file(stored)) == SECRET


def test_swapped_file_does_not_open():
    mine, other = (store_file(content, media_type="application/pdf") for content in (SECRET, b"anderes"))
    mine.path.write_bytes(other.path.read_bytes())

    with pytest.raises(DecryptionFailed):
        b"".join(read_file(mine))


def test_failed_write_leaves_nothing(data_dir):
    class Broken(io.BytesIO):
        def read(self, _size=-1):
            raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        write_file(Broken())

    assert list(data_dir.glob("files/??/*")) == []


def test_orphans_go_after_a_day_and_known_files_stay():
    kept = store_file(b"bekannt", media_type="application/pdf")
    orphan = StoredFile.path_for(write_file(io.BytesIO(b"verwaist")).file_id)
    for path in (kept.path, orphan):
        old = (timezone.now() - datetime.timedelta(days=2)).timestamp()
        os.utime(path, (old, old))
    fresh = StoredFile.path_for(write_file(io.BytesIO(b"gerade erst")).file_id)

    assert remove_orphans() == 1
    assert (kept.path.exists(), orphan.exists(), fresh.exists()) == (True, False, True)


def test_deleting_twice_is_fine():
    written = write_file(io.BytesIO(b"x"))

    delete_file(written.file_id)
    delete_file(written.file_id)

    assert StoredFile.path_for(written.file_id).exists() is False
