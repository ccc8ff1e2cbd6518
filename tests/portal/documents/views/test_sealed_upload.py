import hashlib
import io

import pytest
from django.test import RequestFactory

from portal.documents.domain import limits
from portal.documents.views import sealed_upload
from portal.documents.views.sealed_upload import SealedUpload

MARK = b"Kontostand 12,34 Euro "
LARGE = b"%PDF-1.7\n" + MARK * 100_000  # 2 MB


@pytest.fixture
def uploaded():
    """What a view gets for this content; closed as at the end of a request."""
    requests = []

    def make(content, name="Auszug.pdf"):
        file = io.BytesIO(content)
        file.name = name
        requests.append(RequestFactory().post("/", {"file": file}))
        return requests[-1].FILES["file"]

    yield make
    for request in requests:
        request.close()


@pytest.fixture
def written(monkeypatch):
    """Everything that is written to temporary files."""
    kept = []

    class Watched(io.BytesIO):
        def write(self, data):
            kept.append(bytes(data))
            return super().write(data)

    monkeypatch.setattr(sealed_upload.tempfile, "TemporaryFile", Watched)
    return kept


def test_large_upload_comes_back_as_it_was_sent(uploaded):
    upload = uploaded(LARGE)

    assert (type(upload), upload.size, upload.name) == (SealedUpload, len(LARGE), "Auszug.pdf")
    assert hashlib.sha256(upload.read()).digest() == hashlib.sha256(LARGE).digest()


def test_large_upload_can_be_read_again(uploaded):
    upload = uploaded(LARGE)
    first = upload.read(100)
    upload.seek(0)

    assert upload.read(100) == first == LARGE[:100]


def test_upload_is_read_from_its_beginning_only(uploaded):
    with pytest.raises(OSError, match="from its beginning"):
        uploaded(LARGE).seek(10)


def test_nothing_plain_reaches_the_disk(uploaded, written):
    uploaded(LARGE)

    assert sum(map(len, written)) > len(LARGE)
    assert MARK not in b"".join(written)


def test_small_upload_stays_in_memory(uploaded, written):
    assert uploaded(b"%PDF-1.7\n").read() == b"%PDF-1.7\n"
    assert written == []


def test_what_is_too_long_is_not_kept(uploaded, written):
    upload = uploaded(bytes(limits.FILE + 3_000_000))

    assert upload.size == limits.FILE + 3_000_000
    assert sum(map(len, written)) < limits.FILE + 1_000_000
