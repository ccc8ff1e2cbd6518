import io
import stat

import pytest
from django.core.files.base import File

from portal.documents.domain.storage import file_store
from tests.factories.stores import raw


def test_files_and_folders_are_for_our_own_user_only(data_dir):
    file_store().save("ab/name", File(io.BytesIO(b"x")))

    assert {path.name: oct(stat.S_IMODE(path.stat().st_mode)) for path in (data_dir / "files").rglob("*")} == {
        "ab": "0o700",
        "name": "0o600",
    }


def test_file_is_never_replaced():
    file_store().save("ab/name", File(io.BytesIO(b"first")))

    with pytest.raises(FileExistsError):
        file_store().save("ab/name", File(io.BytesIO(b"second")))
    assert raw("ab/name") == b"first"


def test_store_that_was_never_used_has_no_entries():
    assert list(file_store().entries()) == []
