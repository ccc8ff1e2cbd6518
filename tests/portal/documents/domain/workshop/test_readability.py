"""Notes on pages that are hard to read; ``benchmarks/readability.py`` measures on many more."""

import random
from dataclasses import replace

import pytest
from PIL import Image

from portal.documents.domain.workshop.codes import Note
from portal.documents.domain.workshop.readability import notes_of
from tests.factories.files import photographs, sheets
from tests.factories.files.photographs import Shot


@pytest.fixture(scope="module")
def sheet():
    return sheets.letter(random.Random(1)).convert("L")


@pytest.fixture(scope="module")
def scene(sheet):
    return photographs.laid(sheet, Shot(), random.Random(1))


def spoiled(scene, **changes):
    return photographs.taken(scene, replace(Shot(), **changes), random.Random(1))


@pytest.mark.parametrize("kind", sheets.KINDS)
def test_careful_photo_of_every_kind_of_sheet_has_no_note(kind):
    chance = random.Random(7)
    assert notes_of(photographs.photograph(sheets.KINDS[kind](chance).convert("L"), Shot(), chance)) == ()


@pytest.mark.parametrize("kind", sheets.KINDS)
def test_sheet_from_a_program_has_no_note(kind):
    assert notes_of(sheets.KINDS[kind](random.Random(8))) == ()


@pytest.mark.parametrize(
    ("changes", "notes"),
    [
        ({"blur": 4.5}, (Note.BLURRED,)),
        ({"motion": 18, "motion_angle": 20}, (Note.BLURRED,)),
        ({"light": 0.1}, (Note.DARK,)),
        ({"long_side": 480}, (Note.SMALL,)),
        ({"long_side": 1600, "quality": 72}, ()),
        ({"blur": 1.3}, ()),
        ({"light": 0.6}, ()),
        ({"turn": 1}, (Note.SIDEWAYS,)),
        ({"turn": 3}, (Note.SIDEWAYS,)),
    ],
)
def test_photo_has_the_note_that_fits(scene, changes, notes):
    assert notes_of(spoiled(scene, **changes)) == notes


@pytest.mark.parametrize("box", [(0.3, 0, 1, 1), (0, 0, 0.55, 1)])
def test_photo_that_leaves_out_a_side_is_cut_off(scene, box):
    photo = spoiled(scene)
    wide, high = photo.size
    part = photo.crop((round(wide * box[0]), round(high * box[1]), round(wide * box[2]), round(high * box[3])))
    assert notes_of(part) == (Note.CUT_OFF,)


@pytest.mark.parametrize("shade", [0, 255])
def test_nothing_but_one_shade_is_dark_or_blank(shade):
    assert notes_of(Image.new("RGB", (600, 800), (shade, shade, shade))) == (
        (Note.DARK,) if shade == 0 else (Note.BLANK,)
    )


def test_empty_sheet_from_a_scanner_is_blank():
    assert notes_of(photographs.scan(Image.new("L", sheets.A4, 255), random.Random(2))) == (Note.BLANK,)


def test_picture_without_writing_is_not_judged():
    assert notes_of(sheets.picture(random.Random(3))) == ()


@pytest.mark.parametrize("size", [(1, 1), (33, 5), (5, 3000), (64, 64)])
def test_tiny_and_narrow_pictures_are_measured_too(size):
    assert notes_of(Image.new("L", size, 255)) == (Note.BLANK,)
