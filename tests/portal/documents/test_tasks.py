import io
import os

import pytest

from portal.documents.domain.storage import write_file
from portal.documents.models import StoredFile
from portal.documents.tasks import remove_orphaned_files


@pytest.mark.django_db
def test_task_removes_orphans_and_says_how_many(data_dir):
    path = data_dir / "files" / StoredFile.name_for(write_file(io.BytesIO(b"x")).file_id)
    os.utime(path, (0, 0))

    assert (remove_orphaned_files(), path.exists()) == (1, False)
