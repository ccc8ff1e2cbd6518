import datetime
import hashlib
import io
import logging
import os
import uuid

import pytest
from django.core.files.base import File
from django.utils import timezone

from portal.documents.domain.storage import (
    delete_file,
    file_store,
    give_own_key,
    read_file,
    remove_orphans,
    write_file,
)
from portal.documents.errors import ContentUnavailable
from portal.documents.models import StoredFile
from portal.documents.services import store_file
from tests.factories.documents import store_without_own_key
from tests.factories.stores import names_in_store, put, raw

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("any_store")]
SECRET = b"Kontostand 12,34 Euro" * 1000
LARGE = os.urandom(6_000_000)  # two parts of an upload to a bucket
IN_TWO_DAYS = timezone.now() + datetime.timedelta(days=2)


def stored_as(content=SECRET):
    return StoredFile.objects.get(pk=store_file(content, media_type="application/pdf").pk)


@pytest.mark.parametrize("content", [b"", SECRET, LARGE], ids=["empty", "small", "large"])
def test_written_file_comes_back(content):
    stored = stored_as(content)

    assert b"".join(read_file(stored)) == content
    assert (stored.size, stored.sha256) == (len(content), hashlib.sha256(content).hexdigest())


def test_content_in_the_store_is_encrypted():
    assert b"Kontostand" not in raw(stored_as().name)


def test_each_file_has_a_key_that_no_other_has():
    first, second = stored_as(), stored_as()

    assert first.key != second.key
    assert [name for stored in (first, second) for name in [stored.name]] == [
        f"{stored.pk.hex[:2]}/{stored.pk}.k" for stored in (first, second)
    ]


def flipped(content):
    return content[:9000] + bytes([content[9000] ^ 1]) + content[9001:]


@pytest.mark.parametrize(
    "damage",
    [flipped, lambda content: content[:-1], lambda content: content[:8192], lambda _content: b""],
    ids=["flipped_bit", "cut", "cut_at_segment", "empty"],
)
def test_damaged_content_is_an_error_with_the_id_alone_in_the_log(damage, caplog):
    stored = stored_as()
    put(stored.name, damage(raw(stored.name)))

    with caplog.at_level(logging.ERROR), pytest.raises(ContentUnavailable):
        b"".join(read_file(stored))
    assert [record.getMessage() for record in caplog.records] == [f"stored file {stored.pk} does not open"]


def test_swapped_content_does_not_open():
    mine, other = stored_as(), stored_as(b"anderes")
    put(mine.name, raw(other.name))

    with pytest.raises(ContentUnavailable):
        read_file(mine)


def test_key_of_another_row_does_not_open():
    mine, other = stored_as(), stored_as()
    StoredFile.objects.filter(pk=mine.pk).update(key=StoredFile.objects.values_list("key", flat=True).get(pk=other.pk))

    with pytest.raises(ContentUnavailable):
        read_file(StoredFile.objects.get(pk=mine.pk))


def test_copy_of_the_content_does_not_open_without_the_row():
    stored = stored_as()
    copy, key_before = raw(stored.name), stored.key
    stored.delete()
    again = StoredFile.objects.create(pk=stored.pk, kind="upload", media_type="x", size=1, sha256="0" * 64, key=None)
    put(again.name, copy)

    assert key_before is not None
    with pytest.raises(ContentUnavailable):
        read_file(again)


def test_missing_content_says_so_in_the_log(caplog):
    stored = stored_as()
    delete_file(stored.pk)

    with caplog.at_level(logging.ERROR), pytest.raises(ContentUnavailable):
        read_file(stored)
    assert [record.getMessage() for record in caplog.records] == [f"stored file {stored.pk} is missing"]


class Broken(io.BytesIO):
    """Ends in the middle with an error."""

    def read(self, size=-1):
        if self.tell() >= 5_800_000:
            raise ConnectionResetError("the sender")
        return super().read(size)


def test_upload_that_breaks_off_leaves_nothing():
    with pytest.raises(ConnectionResetError, match="the sender"):
        write_file(Broken(LARGE))

    assert names_in_store() == []


def test_orphans_go_after_a_day_and_known_files_stay():
    kept = [stored_as().name, store_without_own_key(b"alt").name]
    orphan = write_file(io.BytesIO(b"verwaist"))
    put("00/lost+found", b"not ours")

    assert (remove_orphans(), StoredFile.name_for(orphan.file_id) in names_in_store()) == (0, True)
    assert (remove_orphans(now=IN_TWO_DAYS), names_in_store()) == (1, sorted([*kept, "00/lost+found"]))


def test_what_a_killed_move_has_left_is_an_orphan():
    old = store_without_own_key(b"alt")
    put(StoredFile.name_for(old.pk), b"half of it")

    assert (remove_orphans(now=IN_TWO_DAYS), names_in_store()) == (1, [old.name])


def test_deleting_twice_is_fine():
    written = write_file(io.BytesIO(b"x"))

    delete_file(written.file_id)
    delete_file(written.file_id)

    assert names_in_store() == []


def test_old_file_is_read_and_gets_its_own_key(django_capture_on_commit_callbacks):
    old = store_without_own_key(SECRET)
    assert b"".join(read_file(old)) == SECRET
    put(StoredFile.name_for(old.pk), b"left by a killed one")

    with django_capture_on_commit_callbacks(execute=True):
        assert give_own_key(old.pk) is True
    moved = StoredFile.objects.get(pk=old.pk)

    assert (names_in_store(), give_own_key(old.pk)) == ([f"{old.pk.hex[:2]}/{old.pk}.k"], False)
    assert b"".join(read_file(moved)) == SECRET


def test_reader_who_came_before_the_move_reads_on(django_capture_on_commit_callbacks):
    old = store_without_own_key(SECRET)
    with django_capture_on_commit_callbacks(execute=True):
        give_own_key(old.pk)

    assert b"".join(read_file(old)) == SECRET


def test_old_file_that_is_not_what_the_row_says_stays_as_it_is():
    old = store_without_own_key(SECRET)
    StoredFile.objects.filter(pk=old.pk).update(sha256="0" * 64)

    with pytest.raises(ContentUnavailable):
        give_own_key(old.pk)
    assert names_in_store() == [old.name]


def test_store_refuses_names_that_lead_elsewhere():
    with pytest.raises(Exception, match=r"\.\./"):
        file_store().save(f"../{uuid.uuid4()}", File(io.BytesIO(b"x")))
