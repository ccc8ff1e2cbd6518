"""Photos and scans become pages that are small, legible and nothing but pixels."""

import io
import random

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageCms

from portal.documents.domain.workshop import photo
from portal.documents.domain.workshop.codes import Note, Refusal, Refused
from tests.factories.files import photographs, sheets
from tests.factories.files.pictures import MARK, MEDIA_TYPES, coloured, encoded, fax, marked, swapped_profile, talkative


@pytest.fixture
def make(tmp_path):
    """Makes pages of the bytes of a picture."""

    def making(content, kind="JPEG"):
        path = tmp_path / "source"
        path.write_bytes(content)
        return photo.make_pages(path, MEDIA_TYPES[kind])

    return making


def pdf_of(pages):
    target = io.BytesIO()
    photo.make_pdf(pages, target)
    return target.getvalue()


def opened(page):
    return Image.open(io.BytesIO(page.jpeg))


@pytest.fixture(scope="module")
def snapshot():
    """A careful photograph of a wage statement, in colour as a camera gives it."""
    chance = random.Random(5)
    return photographs.photograph(sheets.payslip(chance), photographs.Shot(noise=4), chance)


@pytest.mark.parametrize("kind", MEDIA_TYPES)
def test_page_and_pdf_hold_nothing_but_pixels(make, kind):
    content = talkative(kind)
    assert MARK in content
    [page] = make(content, kind)
    for result in (page.jpeg, pdf_of([page])):
        assert not any(
            hidden in result
            for hidden in (MARK, b"Exif", b"GPS", b"PK\x03\x04", b"ICC_PROFILE", b"http://ns.adobe.com")
        )


def test_photo_of_a_sheet_becomes_a_small_grey_page(make, snapshot):
    large = snapshot.resize((2630, 3508))
    [page] = make(encoded(large, "JPEG", quality=90))
    assert (page.width, page.height, page.is_grey) == (1754, 2339, True)
    assert len(page.jpeg) <= photo.TARGET_BYTES
    assert page.notes == ()
    assert (opened(page).mode, opened(page).size) == ("L", (1754, 2339))


def test_page_that_cannot_be_small_keeps_the_quality_of_the_floor(make):
    noise = Image.effect_noise((1654, 2339), 120)
    [page] = make(encoded(noise, "PNG"), "PNG")
    assert len(page.jpeg) > photo.TARGET_BYTES
    assert opened(page).quantization == Image.open(io.BytesIO(encoded(noise, "JPEG", quality=42))).quantization


def test_notes_of_a_page_are_those_of_its_picture(make):
    [page] = make(encoded(Image.new("L", (1654, 2339), 250), "PNG"), "PNG")
    assert page.notes == (Note.BLANK,)


def test_colours_of_another_profile_become_those_of_a_screen(make):
    [page] = make(encoded(coloured(), "PNG", icc_profile=swapped_profile()), "PNG")
    red, _green, blue = opened(page).getpixel((200, 300))
    assert (red < 60, blue > 200) == (True, True)


def test_damaged_colour_profile_is_ignored(make):
    [page] = make(encoded(coloured(), "PNG", icc_profile=b"no profile at all"), "PNG")
    assert (page.is_grey, "icc_profile" in opened(page).info) == (False, False)


def test_picture_for_print_becomes_one_for_screens(make):
    [page] = make(encoded(coloured().convert("CMYK"), "JPEG"))
    assert opened(page).mode == "RGB"


def test_picture_in_lab_colours_is_read(make):
    lab = ImageCms.profileToProfile(
        marked(), ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
    )
    [page] = make(encoded(lab, "TIFF"), "TIFF")
    assert opened(page).size == (400, 600)


def test_every_page_of_a_fax_becomes_one(make):
    pages = make(fax(pages=3), "TIFF")
    assert [(page.width, page.height, page.is_grey) for page in pages] == [(864, 1193, True)] * 3


def test_tiff_that_holds_a_preview_only_is_refused(make):
    with pytest.raises(Refused) as refused:
        make(encoded(marked(), "TIFF", tiffinfo={254: 1}), "TIFF")
    assert refused.value.code is Refusal.UNREADABLE


def test_pdf_has_one_upright_or_lying_sheet_for_each_picture(make):
    pages = [page for size in ((1654, 2339), (2339, 1654)) for page in make(encoded(marked(size)))]
    with pikepdf.open(io.BytesIO(pdf_of(pages))) as document:
        sizes = [[round(float(length)) for length in page.mediabox[2:]] for page in document.pages]
    assert sizes == [[595, 842], [842, 595]]


def test_pdf_of_the_same_pages_has_the_same_bytes_and_no_date(make):
    pages = make(encoded(marked()))
    first = pdf_of(pages)
    assert first == pdf_of(pages)
    assert b"Date" not in first


def test_pdf_shows_the_picture_in_the_middle_of_the_sheet(make):
    content = pdf_of(make(encoded(Image.new("RGB", (1170, 1170), "red"))))
    with pypdfium2.PdfDocument(content) as document:
        sheet = document[0].render(scale=1).to_pil().convert("L")
    assert [sheet.getpixel(place) > 250 for place in ((298, 60), (298, 421), (298, 780))] == [True, False, True]


def test_tiny_picture_is_not_blown_up():
    assert photo.placed(200, 100) == (*photo.A4[::-1], 144, 72)


def test_picture_of_a_camera_fills_the_sheet_as_far_as_its_shape_allows():
    assert [round(length) for length in photo.placed(1754, 2339)] == [595, 842, 595, 794]
