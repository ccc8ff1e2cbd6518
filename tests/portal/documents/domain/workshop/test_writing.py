"""What is measured of the writing on a page."""

import random

import pytest
from PIL import Image, ImageFilter

from portal.documents.domain.workshop.writing import measure
from tests.factories.files import sheets


@pytest.fixture(scope="module")
def sheet():
    return sheets.letter(random.Random(1)).convert("L")


def test_empty_page_holds_no_writing():
    writing = measure(Image.new("L", (640, 960), 240))
    assert (writing.brightest, writing.detail, writing.blocks) == (240, 0, 0)


@pytest.mark.parametrize("sigma", [1.5, 2.5])
def test_blur_is_measured_in_pixels(sheet, sigma):
    across, down = measure(sheet.filter(ImageFilter.GaussianBlur(sigma))).blur
    assert (abs(across - sigma) < 0.6, abs(down - sigma) < 0.6) == (True, True)


def test_height_of_letters_shrinks_with_the_page(sheet):
    whole, half = measure(sheet).height[0], measure(sheet.resize((827, 1170))).height[0]
    assert (14 <= whole <= 19, 0.4 <= half / whole <= 0.75) == (True, True)


def test_gaps_are_larger_the_way_the_lines_run(sheet):
    upright, lying = measure(sheet).gaps, measure(sheet.rotate(90, expand=True)).gaps
    assert (upright[0] > upright[1] + 0.1, lying[1] > lying[0] + 0.1) == (True, True)


def test_cut_letters_are_counted_at_their_edge(sheet):
    assert measure(sheet.crop((600, 0, 1654, 2339))).cut[0] >= 5
    assert measure(sheet).cut == (0, 0)
