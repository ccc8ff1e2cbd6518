from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.documents.domain.inspection import media_type_of
from portal.documents.domain.names import ending as ending_of
from portal.documents.enums import ENDINGS, MediaType
from portal.documents.errors import NameDoesNotFit, OfficeFile, TypeNotAllowed, UploadRefused
from tests.factories.documents import make_image, make_pdf


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (make_pdf(), "Auszug.PDF", MediaType.PDF),
        (make_image("JPEG"), "Foto.jpg", MediaType.JPEG),
        (make_image("JPEG"), "Foto.jpeg", MediaType.JPEG),
        (make_image("PNG"), "Bild.png", MediaType.PNG),
        (make_image("HEIC"), "IMG_1.HEIC", MediaType.HEIC),
        (make_image("HEIC"), "IMG_1.heif", MediaType.HEIC),
        (make_image("TIFF"), "Scan.tif", MediaType.TIFF),
        (make_pdf(), "Auszug", MediaType.PDF),
        (make_pdf(), "Mietvertrag vom 3.4.2026", MediaType.PDF),
        (make_image("JPEG"), "", MediaType.JPEG),
    ],
    ids=["pdf", "jpg", "jpeg", "png", "heic", "heif", "tiff", "no ending", "date at the end", "no name"],
)
def test_file_is_known_by_its_first_bytes_and_its_name(content, name, expected):
    assert media_type_of(content[:8192], name=name) == expected


@pytest.mark.parametrize(
    ("content", "name", "situation"),
    [
        (make_pdf(), "Auszug.jpg", NameDoesNotFit),
        (make_pdf(), "Auszug.exe", NameDoesNotFit),
        (make_image("JPEG"), "Foto.pdf", NameDoesNotFit),
        (b"MZ\x90\x00" + bytes(2000), "Auszug.pdf", TypeNotAllowed),
        (b"<html><script>", "Auszug.pdf", TypeNotAllowed),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>", "Bild.png", TypeNotAllowed),
        (b"PK\x03\x04" + bytes(100), "alles.zip", TypeNotAllowed),
        (b"PK\x03\x04" + bytes(100), "Lebenslauf.docx", OfficeFile),
        (b"{\\rtf1", "Brief.rtf", OfficeFile),
        (b" ", "Notiz.txt", OfficeFile),
    ],
    ids=["pdf as jpg", "pdf as program", "jpg as pdf", "program", "html", "svg", "zip", "word", "rtf", "text"],
)
def test_other_files_are_refused_with_what_to_do(content, name, situation):
    with pytest.raises(TypeNotAllowed) as refused:
        media_type_of(content, name=name)

    assert type(refused.value) is situation


HEADS = [
    b"%PDF-1.7",
    b"\xff\xd8\xff\xe0",
    b"\x89PNG\r\n\x1a\n",
    b"\x00\x00\x00\x18ftypheic",
    b"II*\x00",
    b"PK\x03\x04",
    b"MZ",
    b"",
]
ENDINGS_TYPED = st.sampled_from([".pdf", ".PDF", ".jpg", ".heic", ".tif", ".docx", ".exe", ""])


@given(head=st.sampled_from(HEADS), rest=st.binary(max_size=300), stem=st.text(max_size=40), ending=ENDINGS_TYPED)
def test_any_bytes_under_any_name_are_a_kind_or_refused(head, rest, stem, ending):
    found = None
    with suppress(UploadRefused):
        found = media_type_of(head + rest, name=stem + ending)

    assert found is None or ending_of(stem + ending) in ENDINGS[found] | {""}
