import io
import os

import pytest

from portal.documents.domain.storage import write_file
from portal.documents.enums import ScannerState
from portal.documents.models import StoredFile
from portal.documents.selectors import scanner_state
from portal.documents.tasks.tidying import remove_orphaned_files, watch_scanner


@pytest.mark.django_db
def test_task_removes_orphans_and_says_how_many(data_dir):
    path = data_dir / "files" / StoredFile.name_for(write_file(io.BytesIO(b"x")).file_id)
    os.utime(path, (0, 0))

    assert (remove_orphaned_files(), path.exists()) == (1, False)


def test_watching_notes_how_the_scanner_is(scanner):
    assert (watch_scanner(), scanner_state()) == ("ok", ScannerState.READY)
