import io

import pikepdf
import pytest
from PIL import Image

from portal.documents.domain.workshop import pages
from portal.documents.domain.workshop.codes import Refusal, Refused
from tests.factories.files import pdfs


@pytest.fixture
def opened(tmp_path):
    def make(content):
        (tmp_path / "document.pdf").write_bytes(content)
        return pages.opened(tmp_path / "document.pdf")

    return make


def box(*edges):
    return pdfs.changed(lambda pdf: pdf.pages[0].obj.__setitem__("/MediaBox", pikepdf.Array(edges)))


def test_page_has_the_wanted_width(opened):
    with opened(pdfs.plain(2)) as document:
        picture = document.picture(2, 1240)

    assert (picture.size, picture.mode) == ((1240, 1755), "RGB")
    assert picture.convert("L").getextrema() == (0, 255)


@pytest.mark.parametrize(
    "content",
    [box(0, 0, 14_400, 14_400), box(0, 0, 100, 14_400), box(0, 0, 3, 14_000)],
    ids=["huge", "tall", "thread"],
)
def test_pixels_are_bounded_whatever_the_page_says(opened, content):
    with opened(content) as document:
        width, height = document.picture(1, 5000).size

    assert width * height <= pages.MAX_PIXELS * 1.01
    assert max(width, height) <= 16_001


def test_text_layer_is_read(opened):
    with opened(pdfs.plain()) as document:
        assert (len(document), document.text(1)) == (1, "Kontoauszug Januar")


def test_text_holds_nothing_a_database_refuses():
    assert pages.clean_text("a\x00b\ud800c\r\nd ") == "abc\nd"


def test_single_page_is_rendered(tmp_path):
    (tmp_path / "document.pdf").write_bytes(pdfs.plain())

    assert pages.render(tmp_path / "document.pdf", 1, 100).width == 100


def test_page_that_is_not_there_is_refused(tmp_path):
    (tmp_path / "document.pdf").write_bytes(pdfs.plain())

    with pytest.raises(Refused) as refused:
        pages.render(tmp_path / "document.pdf", 2, 100)

    assert refused.value.code is Refusal.UNREADABLE


def test_what_is_no_pdf_is_refused(opened):
    with pytest.raises(Refused), opened(b"kaputt"):
        pass


def test_thumbnail_is_small():
    assert pages.thumbnail(Image.new("RGB", (1240, 1755))).size == (160, 226)
    assert pages.thumbnail(Image.new("RGB", (200, 8000))).size == (8, 320)


def test_picture_is_written_as_webp(tmp_path):
    pages.write(Image.linear_gradient("L").convert("RGB"), tmp_path / "page-1.webp")

    with Image.open(io.BytesIO((tmp_path / "page-1.webp").read_bytes())) as image:
        assert (image.format, image.size) == ("WEBP", (256, 256))
