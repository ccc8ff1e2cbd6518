import io

import pypdfium2
import pytest

from portal.documents.domain.files import store_file
from portal.documents.domain.intake import TOO_HIGH, cut_out, draw, look_through
from portal.documents.models import StoredFile
from tests.factories.documents import make_pdf
from tests.factories.paper_scans import scanned

pytestmark = pytest.mark.django_db
CODE = "7KQ492FDXM3P"


def stored(content):
    return store_file(content, media_type="application/pdf")


def test_codes_of_each_page_come_with_the_plain_file(scanner):
    pile = look_through(stored(scanned(CODE, "")))

    assert (pile.refusal, pile.codes) == ("", ((CODE,), ()))
    assert pile.plain.kind == "clean"


@pytest.mark.parametrize(("content", "most", "reason"), [(make_pdf(3), 2, TOO_HIGH), (b"%PDF-1.7", 9, "unreadable")])
def test_what_cannot_be_taken_is_refused_and_nothing_is_kept(scanner, content, most, reason):
    file = stored(content)

    assert look_through(file, most=most).refusal == reason
    assert list(StoredFile.objects.all()) == [file]


def test_pages_are_cut_out_and_drawn():
    file = stored(make_pdf(3))

    assert len(pypdfium2.PdfDocument(io.BytesIO(cut_out(file, first=2, last=3)))) == 2
    assert draw(file, 1, width=100)[8:12] == b"WEBP"
