import io
import socket

import pytest
from django.core.files.base import File

from portal.documents.domain import s3_store
from portal.documents.domain.storage import file_store, read_file
from portal.documents.errors import ContentUnavailable, StoreUnavailable
from portal.documents.services import store_file
from tests.factories.stores import raw, s3_environment, use_store

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("s3_store")]


@pytest.fixture
def away(settings, s3_store):
    """Files lie in a bucket of a server that does not answer any more."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    use_store(settings, s3_environment(settings.PORTAL, f"http://127.0.0.1:{port}", "bucket"))


@pytest.mark.usefixtures("away")
@pytest.mark.parametrize(
    "work",
    [
        lambda store: store.save("ab/x", File(io.BytesIO(b"x"))),
        lambda store: store.open("ab/x"),
        lambda store: store.delete("ab/x"),
        lambda store: store.exists("ab/x"),
        lambda store: list(store.entries()),
    ],
    ids=["save", "open", "delete", "exists", "entries"],
)
def test_store_that_is_away_is_one_kind_of_error(work):
    with pytest.raises(StoreUnavailable, match=r"^EndpointConnectionError$"):
        work(file_store())


def test_refusal_names_the_code_and_no_address(settings, s3_server):
    use_store(settings, s3_environment(settings.PORTAL, s3_server.url, "no-such-bucket"))

    with pytest.raises(StoreUnavailable, match=r"^NoSuchBucket$"):
        store_file(b"x", media_type="text/plain")


def test_object_that_is_not_there_is_missing():
    assert file_store().exists("ab/x") is False
    with pytest.raises(FileNotFoundError):
        file_store().open("ab/x")


def test_content_that_cannot_be_read_is_no_damage(settings, caplog, s3_server):
    stored = store_file(b"x", media_type="text/plain")
    assert raw(stored.name) != b""
    use_store(settings, s3_environment(settings.PORTAL, s3_server.url, "no-such-bucket"))

    with pytest.raises(ContentUnavailable):
        read_file(stored)
    assert caplog.messages[-1] == f"stored file {stored.pk} cannot be read"


def test_large_upload_goes_in_parts():
    file_store().save("ab/large", File(io.BytesIO(b"x" * (2 * s3_store.PART + 1))))

    assert file_store().bucket.Object("files/ab/large").e_tag.strip('"').endswith("-3")
