import shutil
import tempfile
from pathlib import Path

import pytest


@pytest.fixture
def base():
    """A short folder that the services' account can enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="ops-", dir="/tmp"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder)
