"""Which pictures are read, how, and which are refused before they are unpacked."""

import subprocess
import sys
import time

import pytest
from PIL import Image

from portal.documents.domain.workshop.codes import Refusal, Refused
from portal.documents.domain.workshop.pictures import fitting_size, read_pictures
from tests.factories.files.pictures import (
    CORNERS,
    MEDIA_TYPES,
    encoded,
    fax,
    heic_that_says,
    marked,
    png_bomb,
    swapped_profile,
    tiff_that_says,
    turned,
    webp_that_says,
)


@pytest.fixture
def read(tmp_path):
    """Reads bytes as a picture of a media type."""

    def reading(content, kind="JPEG"):
        path = tmp_path / "source"
        path.write_bytes(content)
        return list(read_pictures(path, MEDIA_TYPES.get(kind, kind)))

    return reading


def refusal(read, content, kind):
    with pytest.raises(Refused) as refused:
        read(content, kind)
    return refused.value.code


def corners(image):
    """The names of the four corner colours, clockwise from the upper left."""
    names = {
        (True, False, False): "red",
        (False, True, False): "green",
        (False, False, True): "blue",
        (True, True, False): "yellow",
    }
    wide, high = image.size
    found = [image.getpixel(place) for place in ((8, 8), (wide - 9, 8), (wide - 9, high - 9), (8, high - 9))]
    return tuple(names.get(tuple(channel > 100 for channel in colour)) for colour in found)


@pytest.mark.parametrize("kind", MEDIA_TYPES)
def test_picture_of_every_allowed_kind_is_read(read, kind):
    [image] = read(encoded(marked(), kind), kind)
    assert (image.mode, image.size, corners(image)) == ("RGB", (400, 600), CORNERS)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_picture_is_turned_upright_by_its_exif_data(read, orientation):
    [image] = read(turned(orientation))
    assert (image.size, corners(image)) == ((400, 600), CORNERS)


def test_picture_with_damaged_exif_data_is_read_as_it_lies(read):
    content = encoded(marked(), "JPEG", exif=b"Exif\x00\x00MM\x00*\xff\xff\xff\xff")
    [image] = read(content)
    assert image.size == (400, 600)


@pytest.mark.parametrize("kind", MEDIA_TYPES)
def test_cut_off_picture_is_refused(read, kind):
    content = encoded(Image.effect_noise((120, 160), 90).convert("RGB"), kind)
    assert refusal(read, content[: len(content) * 2 // 3], kind) is Refusal.UNREADABLE


@pytest.mark.parametrize("kind", MEDIA_TYPES)
@pytest.mark.parametrize("content", [b"", b"GIF89a" + bytes(40), b"%PDF-1.7 " + bytes(40)])
def test_other_content_is_refused(read, kind, content):
    assert refusal(read, content, kind) is Refusal.UNREADABLE


def test_unknown_media_type_is_refused(read):
    assert refusal(read, encoded(marked(), "GIF"), "image/gif") is Refusal.UNREADABLE


def test_picture_of_another_kind_than_was_said_is_refused(read):
    assert refusal(read, encoded(marked(), "PNG"), "JPEG") is Refusal.UNREADABLE


def test_png_bomb_is_refused_before_it_is_unpacked(read):
    content = png_bomb()
    assert len(content) < 1_000_000
    begun = time.process_time()
    assert refusal(read, content, "PNG") is Refusal.IMAGE_TOO_LARGE
    assert time.process_time() - begun < 0.5  # unpacked it takes seconds and a gigabyte


def test_heic_of_64_megapixels_is_refused_by_its_header(read):
    assert refusal(read, heic_that_says(8000, 8000), "HEIC") is Refusal.IMAGE_TOO_LARGE


@pytest.mark.parametrize("said", [(16, 16), (7000, 7000)])
def test_heic_whose_header_lies_is_refused(read, said):
    assert refusal(read, heic_that_says(*said, holds=(512, 512)), "HEIC") is Refusal.UNREADABLE


@pytest.mark.parametrize("size", [(16_383, 16_383), (1 << 24, 1 << 24)])
def test_webp_canvas_is_judged_before_libwebp_sees_it(read, size):
    assert refusal(read, webp_that_says(*size), "WEBP") is Refusal.IMAGE_TOO_LARGE


@pytest.mark.parametrize("mode", ["lossy", "lossless"])
def test_webp_of_both_plain_kinds_is_read(read, mode):
    [image] = read(encoded(marked(), "WEBP", lossless=mode == "lossless"), "WEBP")
    assert image.size == (400, 600)


@pytest.mark.parametrize(
    ("tags", "code"),
    [
        ({"width": 30_000, "height": 30_000}, Refusal.IMAGE_TOO_LARGE),
        ({"width": 0xFFFFFFFF, "height": 0xFFFFFFFF}, Refusal.IMAGE_TOO_LARGE),
        ({"width": 4000, "height": 4000, "rows": 4000, "length": 16_000_000}, Refusal.UNREADABLE),
        ({"place": 0xFFFFFF00}, Refusal.UNREADABLE),
        ({"bits": 77}, Refusal.UNREADABLE),
        ({"packing": 50_000}, Refusal.UNREADABLE),  # Zstandard
        ({"packing": 34_925}, Refusal.UNREADABLE),  # LZMA
        ({"count": 0x7FFFFFFF}, Refusal.UNREADABLE),
        ({"width": 0}, Refusal.UNREADABLE),
    ],
)
def test_tiff_with_lying_tags_is_refused(read, tags, code):
    assert refusal(read, tiff_that_says(**tags), "TIFF") is code


def test_tiff_that_says_the_truth_is_read(read):
    [image] = read(tiff_that_says(), "TIFF")
    assert (image.size, image.getpixel((7, 0))) == ((8, 1), 7)


def test_tiff_whose_pages_go_round_in_circles_ends(read):
    assert len(read(tiff_that_says(after=16), "TIFF")) == 1


@pytest.mark.parametrize("packing", ["group3", "group4", "tiff_lzw", "packbits", "tiff_adobe_deflate", "raw"])
def test_black_and_white_scan_is_read_in_every_usual_packing(read, packing):
    [image] = read(fax(fine=True, packing=packing), "TIFF")
    assert (image.mode, image.size, image.getpixel((5, 5)), image.getpixel((400, 110))) == ("L", (864, 1146), 255, 0)


def test_fax_in_normal_quality_is_stretched_to_its_true_height(read):
    [image] = read(fax(), "TIFF")
    assert image.size == (864, 1193)


def test_tiff_of_several_pages_gives_each(read):
    assert len(read(fax(pages=5), "TIFF")) == 5


def test_tiff_of_too_many_pages_is_refused(read):
    content = encoded(Image.new("1", (8, 8)), "TIFF", save_all=True, append_images=[Image.new("1", (8, 8))] * 100)
    assert refusal(read, content, "TIFF") is Refusal.TOO_MANY_PAGES


def test_preview_inside_a_tiff_is_no_page(read):
    content = encoded(marked(), "TIFF", tiffinfo={254: 1})
    assert read(content, "TIFF") == []


def test_transparent_picture_lies_on_white_paper(read):
    image = Image.new("RGBA", (40, 60), (200, 0, 0, 0))
    [page] = read(encoded(image, "PNG"), "PNG")
    assert (page.mode, page.getpixel((20, 30))) == ("RGB", (255, 255, 255))


def test_palette_with_a_transparent_colour_lies_on_white_paper(read):
    image = Image.new("P", (40, 60), 0)
    image.putpalette([10, 20, 30] * 256)
    [page] = read(encoded(image, "PNG", transparency=0), "PNG")
    assert page.getpixel((20, 30)) == (255, 255, 255)


def test_picture_with_16_bits_keeps_its_grey(read):
    image = Image.new("I;16", (40, 60), 0x8000)
    [page] = read(encoded(image, "PNG"), "PNG")
    assert (page.mode, page.getpixel((20, 30))) == ("L", 128)


def test_picture_of_fractions_keeps_its_grey(read):
    [page] = read(encoded(Image.new("F", (40, 60), 0.5), "TIFF"), "TIFF")
    assert (page.mode, page.getpixel((20, 30))) == ("L", 127)


def test_picture_for_print_is_read(read):
    [page] = read(encoded(marked().convert("CMYK"), "JPEG"))
    assert (page.mode, page.size) == ("CMYK", (400, 600))


def test_colour_profile_is_all_that_is_kept_beside_the_pixels(read):
    [page] = read(encoded(marked(), "JPEG", icc_profile=swapped_profile(), comment=b"secret", dpi=(300, 300)))
    assert page.info == {"icc_profile": swapped_profile()}


@pytest.mark.parametrize(
    ("size", "kept"),
    [
        ((4032, 3024), (2339, 1754)),
        ((3024, 4032), (1754, 2339)),
        ((800, 600), (800, 600)),
        ((1654, 2339), (1654, 2339)),
        ((1000, 6000), (780, 4678)),
        ((60_000, 10), (4678, 1)),
        ((1, 1), (1, 1)),
    ],
)
def test_size_that_is_kept_is_at_most_a4_at_200_dots_an_inch(size, kept):
    assert fitting_size(*size) == kept


def test_package_needs_no_django():
    program = "import sys; from portal.documents.domain.workshop import likeness, photo, pictures, readability, writing; print('django' in sys.modules, 'PIL' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout == "False False\n"
