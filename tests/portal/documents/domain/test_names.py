import pytest

from portal.documents.domain.names import clean_name, ending, with_ending


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


@pytest.mark.parametrize(
    ("name", "new"), [("foto.jpg", "foto.pdf"), ("Vertrag", "Vertrag.pdf"), ("a.b.png", "a.b.pdf")]
)
def test_ending_is_changed(name, new):
    assert with_ending(name, ".pdf") == new
