import pytest

from portal.documents.domain.names import clean_name, complete_name, ending, with_ending
from portal.documents.enums import MediaType


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Mietvertrag.pdf", "Mietvertrag.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Łucja\\Scan 1.PDF", "Scan 1.PDF"),
        ("a\r\nSet-Cookie: x.pdf", "a Set-Cookie: x.pdf"),
        ("rechnung\u202efdp.exe", "rechnung fdp.exe"),
        ("nul\x00l.png", "nul l.png"),
        ("...", "Datei"),
        ("", "Datei"),
        ("u\u0308.jpg", "ü.jpg"),
    ],
)
def test_name_is_made_harmless(given, kept):
    assert clean_name(given) == kept


def test_long_name_keeps_its_ending():
    name = clean_name("ä" * 300 + ".heic")

    assert (len(name), name[-5:]) == (120, ".heic")


def test_ending_is_lower_case():
    assert (ending("Foto.JPG"), ending("Foto")) == (".jpg", "")


def test_date_at_the_end_is_no_ending():
    assert (ending("Vertrag vom 3.4.2026"), ending("Lohn 11.26 ")) == ("", "")


@pytest.mark.parametrize(
    ("name", "kind", "kept"),
    [
        ("Auszug", MediaType.PDF, "Auszug.pdf"),
        ("Vertrag vom 3.4.2026", MediaType.PDF, "Vertrag vom 3.4.2026.pdf"),
        ("image", MediaType.HEIC, "image.heic"),
        ("Foto.JPEG", MediaType.JPEG, "Foto.JPEG"),
        ("", MediaType.PNG, "Datei.png"),
    ],
)
def test_name_without_an_ending_gets_the_usual_one(name, kind, kept):
    assert complete_name(name, kind) == kept


def test_long_name_without_an_ending_gets_one_within_the_limit():
    name = complete_name("ä" * 300, MediaType.TIFF)

    assert (len(name), name[-4:]) == (120, ".tif")


@pytest.mark.parametrize(
    ("name", "new"), [("foto.jpg", "foto.pdf"), ("Vertrag", "Vertrag.pdf"), ("a.b.png", "a.b.pdf")]
)
def test_ending_is_changed(name, new):
    assert with_ending(name, ".pdf") == new
