import datetime
import io

import pytest

from portal.documents.domain import storage
from portal.documents.domain.file_check import Finding, check_files, delete_orphan
from portal.documents.domain.storage import delete_file, write_file
from portal.documents.enums import FileFault
from portal.documents.models import StoredFile
from portal.documents.services import store_file
from tests.factories.documents import store_without_own_key
from tests.factories.stores import names_in_store, put, raw

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("any_store")]


def faults(*, fast=False):
    return {finding.file_id: finding.fault for _number, found in check_files(fast=fast) for finding in found}


@pytest.fixture
def no_age(monkeypatch):
    """A content is an orphan at once."""
    monkeypatch.setattr(storage, "ORPHAN_AGE", datetime.timedelta(days=-1))


def test_nothing_is_found_when_all_is_well():
    store_file(b"neu", media_type="text/plain")
    store_without_own_key(b"alt")

    assert faults() == {}
    assert sum(number for number, _found in check_files(fast=True)) == 2


def test_row_without_content_is_missing():
    stored = store_file(b"x", media_type="text/plain")
    delete_file(stored.pk)

    assert faults(fast=True) == faults() == {str(stored.pk): FileFault.MISSING}


@pytest.mark.usefixtures("no_age")
def test_content_without_row_is_an_orphan_and_can_be_deleted():
    kept = store_file(b"x", media_type="text/plain")
    orphan = write_file(io.BytesIO(b"x")).file_id
    assert faults() == {str(orphan): FileFault.ORPHAN}

    delete_orphan(Finding(FileFault.ORPHAN, StoredFile.name_for(orphan)))
    delete_orphan(Finding(FileFault.ORPHAN, kept.name))

    assert names_in_store() == [kept.name]


def test_young_content_without_row_belongs_to_somebody_who_is_about_to_commit():
    write_file(io.BytesIO(b"x"))

    assert faults() == {}


def test_content_that_does_not_open_is_found_unless_in_haste():
    stored = store_file(b"x" * 10_000, media_type="text/plain")
    put(stored.name, raw(stored.name)[:-1])

    assert (faults(fast=True), faults()) == ({}, {str(stored.pk): FileFault.UNREADABLE})


def test_content_that_is_not_what_the_row_says_is_found():
    stored = store_file(b"x", media_type="text/plain")
    StoredFile.objects.filter(pk=stored.pk).update(size=2)

    assert faults() == {str(stored.pk): FileFault.UNREADABLE}
