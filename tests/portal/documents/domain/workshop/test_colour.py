"""Whether a page would lose anything in grey, and how grey it becomes."""

import random

import pytest
from PIL import Image, ImageCms, ImageDraw

from portal.documents.domain.workshop import colour
from tests.factories.files import photographs, sheets
from tests.factories.files.pictures import coloured, swapped_profile

SCREEN = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
DARKER = SCREEN.replace(bytes.fromhex("00026666"), bytes.fromhex("00030000"))  # exponent 3.0 instead of 2.4


@pytest.fixture(scope="module", params=["wood", "grey", "white"])
def desk(request):
    return photographs.Shot(desk=request.param, warmth=0.1)


def test_page_without_colours_is_grey_on_every_desk(desk):
    assert not colour.is_coloured(photographs.photograph(sheets.payslip(random.Random(2)), desk, random.Random(2)))


@pytest.mark.parametrize("kind", sheets.MARKS)
def test_page_with_a_coloured_mark_keeps_its_colours(kind):
    sheet = sheets.marked(sheets.payslip(random.Random(2)), kind, random.Random(2))
    assert colour.is_coloured(photographs.photograph(sheet, photographs.Shot(), random.Random(2)))


def test_picture_without_a_sheet_keeps_its_colours():
    assert colour.is_coloured(sheets.picture(random.Random(2)))


def test_ruler_of_a_drawing_keeps_thin_coloured_lines():
    drawing = Image.new("RGB", (1654, 2339), "white")
    ImageDraw.Draw(drawing).line((100, 200, 1500, 200), fill=(30, 60, 180), width=4)
    assert colour.is_coloured(drawing)


@pytest.mark.parametrize("size", [(1, 1), (7, 300), (3000, 40)])
def test_odd_size_is_looked_at_too(size):
    sheet = Image.new("RGB", size, "white")
    assert not colour.is_coloured(sheet)


@pytest.mark.parametrize("size", [(7, 300), (3000, 40), (40, 17)])
def test_colour_in_the_middle_of_a_strip_counts(size):
    sheet = Image.new("RGB", size, "white")
    wide, high = size
    sheet.paste("red", (wide // 3, high // 3, wide // 2, high // 2))
    assert colour.is_coloured(sheet)


def test_grey_page_is_as_light_as_its_profile_says():
    picture = Image.linear_gradient("L").convert("RGB")
    [grey, known] = [colour.grey_if_nothing_is_lost(picture, profile) for profile in (None, DARKER)]
    assert (grey.mode, grey.tobytes()) == ("L", Image.linear_gradient("L").tobytes())
    exact = colour.for_screens(picture, DARKER).convert("L")
    assert known.tobytes() == exact.tobytes() != grey.tobytes()


def test_grey_stays_grey_under_a_profile_of_mixed_up_colours():
    grey = colour.grey_if_nothing_is_lost(Image.new("RGB", (90, 90), (200, 200, 200)), swapped_profile())
    assert (grey.mode, grey.getextrema()) == ("L", (200, 200))


@pytest.mark.parametrize("mode", ["RGB", "CMYK"])
def test_coloured_picture_stays_as_it_is(mode):
    picture = coloured().convert(mode)
    assert colour.grey_if_nothing_is_lost(picture, None) is picture


def test_print_without_colours_becomes_grey():
    sheet = Image.new("CMYK", (100, 100), (0, 0, 0, 55))
    assert colour.grey_if_nothing_is_lost(sheet, None).getextrema() == (200, 200)
