import pytest

from portal.documents.domain.files import store_file
from portal.documents.domain.pages import drop_pages, forget_pages, page_files
from portal.documents.models import DocumentPage, StoredFile
from tests.factories.documents import DocumentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    page = DocumentPage.objects.get(document=DocumentFactory())
    page.image = store_file(b"picture", media_type="image/webp", kind="page")
    page.thumbnail = store_file(b"small", media_type="image/webp", kind="page")
    page.text, page.fingerprint, page.notes, page.turn = "Attest", "ff", ["blurred"], 90
    page.save()
    return page


def test_forgotten_page_is_only_a_number(page):
    forget_pages([page.document])

    page = DocumentPage.objects.get()
    known = (page.number, page.image, page.thumbnail, page.text, page.fingerprint, page.notes, page.turn)
    assert (known, StoredFile.objects.filter(kind="page").count()) == ((1, None, None, None, None, [], 0), 0)


def test_dropped_pages_take_their_pictures_along(page):
    assert page_files(page.document) == [page.image, page.thumbnail]

    drop_pages(page.document)

    assert (DocumentPage.objects.count(), StoredFile.objects.filter(kind="page").count()) == (0, 0)
