"""The same page is found again in every copy of its file, and no other page is taken for it."""

import io
import random

import pillow_heif
import pypdfium2
import pytest
from PIL import Image, ImageDraw

from portal.documents.domain.workshop import photo
from portal.documents.domain.workshop.likeness import fingerprint, is_same_page
from tests.factories.files import photographs, sheets
from tests.factories.files.pictures import encoded


@pytest.fixture(scope="module")
def sheet():
    return sheets.statement(random.Random(3), 20).convert("L")


@pytest.fixture(scope="module")
def snapshot(sheet):
    return photographs.photograph(sheet, photographs.Shot(), random.Random(3))


def smaller(image, long_side, quality):
    factor = long_side / max(image.size)
    return photographs.jpeg(
        image.resize((round(image.width * factor), round(image.height * factor)), Image.Resampling.BICUBIC), quality
    )


COPIES = {
    "itself": lambda image: image,
    "saved anew": lambda image: photographs.jpeg(image, 60),
    "saved badly": lambda image: photographs.jpeg(image, 30),
    "by messenger": lambda image: smaller(image, 1600, 72),
    "in colour": lambda image: image.convert("RGB"),
}


@pytest.mark.parametrize("copy", COPIES)
def test_copy_of_a_file_is_the_same_page(sheet, snapshot, copy):
    for original in (sheet, snapshot):
        assert is_same_page(fingerprint(original), fingerprint(COPIES[copy](original)))


def test_small_picture_and_its_heic_are_the_same_page(snapshot):
    small = snapshot.resize((480, 640)).convert("RGB")
    packed = pillow_heif.open_heif(encoded(small, "HEIC")).to_pillow()
    assert is_same_page(fingerprint(small), fingerprint(packed))


def rendered(image, width):
    """The page of the PDF that is made of the picture, drawn by a PDF reader."""
    target, jpeg = io.BytesIO(), encoded(image, "JPEG", quality=80)
    photo.make_pdf([photo.PageImage(jpeg, *image.size, is_grey=True, notes=())], target)
    with pypdfium2.PdfDocument(target.getvalue()) as document:
        return document[0].render(scale=width / document[0].get_width()).to_pil()


def test_pages_of_pdfs_made_of_two_copies_are_the_same_page(sheet, snapshot):
    for original in (sheet, snapshot):
        copy = smaller(original, 1600, 72)
        assert is_same_page(fingerprint(rendered(original, 1400)), fingerprint(rendered(copy, 1654)))


def changed(sheet, old, new):
    """The sheet once with each of the words in the same place."""
    for words in (old, new):
        copy = sheet.copy()
        ImageDraw.Draw(copy).rectangle((800, 2180, 1500, 2260), fill=255)
        ImageDraw.Draw(copy).text((820, 2200), words, font=sheets.font("sans", sheets.points(9)), fill=28)
        yield fingerprint(photographs.jpeg(copy, 80))


@pytest.mark.parametrize(
    ("old", "new"),
    [("Auszug 6/2026", "Auszug 7/2026"), ("Juni", "Juli"), ("1.437,20", "1.487,20"), ("am 03.05.", "am 08.05.")],
)
def test_page_with_one_other_figure_is_another_page(sheet, old, new):
    assert not is_same_page(*changed(sheet, old, new))


def test_months_of_one_statement_and_letters_of_one_office_are_different_pages():
    drawn = [sheets.statement(random.Random(seed), 20) for seed in range(3)] + [
        sheets.letter(random.Random(seed)) for seed in range(3)
    ]
    prints = [fingerprint(sheet) for sheet in drawn]
    assert not any(is_same_page(one, other) for number, one in enumerate(prints) for other in prints[:number])


def test_second_photo_of_a_sheet_is_not_recognised(sheet, snapshot):
    again = photographs.photograph(sheet, photographs.Shot(tilt=0.5), random.Random(4))
    assert not is_same_page(fingerprint(snapshot), fingerprint(again))


def test_empty_page_has_no_fingerprint_and_is_like_no_other():
    empty = fingerprint(Image.new("L", (1654, 2339), 250))
    assert (empty, is_same_page(empty, empty)) == ("", False)


def test_fingerprint_is_hexadecimal_and_says_how_the_page_lies(sheet):
    upright, across = fingerprint(sheet), fingerprint(sheet.rotate(90, expand=True))
    assert (bytes.fromhex(upright)[0], bytes.fromhex(across)[0]) == (1, 2)
    assert not is_same_page(upright, across)


@pytest.mark.parametrize("text", ["", "01", "01zz", "01aabb", "99" + "00" * 20])
def test_what_is_no_fingerprint_is_like_nothing(sheet, text):
    assert not is_same_page(text, fingerprint(sheet))
    assert not is_same_page(text, text)
