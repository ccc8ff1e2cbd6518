import io
import struct
import zlib

import pikepdf
import pytest

from portal.documents.domain.inspection import Inspected, inspect
from portal.documents.enums import MediaType, Remark
from portal.documents.errors import (
    FileUnreadable,
    ImageTooLarge,
    NameDoesNotFit,
    PdfEncrypted,
    PdfStartsPrograms,
    TypeNotAllowed,
)
from tests.factories.documents import make_image, make_pdf

PROGRAM = b"MZ\x90\x00" + bytes(2000)


def look_at(content, name):
    return inspect(io.BytesIO(content), name=name)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def make_bomb(width, height):
    """A PNG of a few bytes that claims to be huge."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")


def make_active_pdf(change):
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        change(pdf)
        target = io.BytesIO()
        pdf.save(target)
    return target.getvalue()


def add_script(pdf):
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def add_file(pdf):
    pdf.attachments["daten.xml"] = pikepdf.AttachedFileSpec(pdf, b"<x/>")


def add_launch(pdf):
    action = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("cmd.exe"))
    pdf.pages[0].Annots = pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)])


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (make_pdf(3), "Auszug.PDF", Inspected(MediaType.PDF, 3)),
        (make_image("JPEG"), "foto.jpeg", Inspected(MediaType.JPEG, 1)),
        (make_image("PNG"), "bild.png", Inspected(MediaType.PNG, 1)),
        (make_image("HEIC"), "IMG_0001.HEIC", Inspected(MediaType.HEIC, 1)),
        (make_active_pdf(add_script), "formular.pdf", Inspected(MediaType.PDF, 1, (Remark.SCRIPT,))),
        (make_active_pdf(add_file), "rechnung.pdf", Inspected(MediaType.PDF, 1, (Remark.ATTACHMENT,))),
    ],
    ids=["pdf", "jpeg", "png", "heic", "script", "attachment"],
)
def test_allowed_file_is_recognised(content, name, expected):
    assert look_at(content, name) == expected


@pytest.mark.parametrize(
    ("content", "name", "situation"),
    [
        (PROGRAM, "bewerbung.pdf", TypeNotAllowed),
        (PROGRAM, "bewerbung.exe", TypeNotAllowed),
        (b"<html><script>alert(1)</script></html>", "seite.pdf", TypeNotAllowed),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "bild.png", TypeNotAllowed),
        (b"PK\x03\x04" + bytes(100), "brief.docx", TypeNotAllowed),
        (b"GIF89a" + bytes(100), "bild.gif", TypeNotAllowed),
        (b"nur Text", "text.pdf", TypeNotAllowed),
        (make_pdf(), "auszug.jpg", NameDoesNotFit),
        (make_pdf(), "auszug.exe", NameDoesNotFit),
        (make_pdf(), "auszug", NameDoesNotFit),
        (make_image("PNG"), "bild.jpg", NameDoesNotFit),
        (make_pdf(password="geheim"), "auszug.pdf", PdfEncrypted),
        (b"%PDF-1.7 kaputt", "auszug.pdf", FileUnreadable),
        (make_image("JPEG", (1200, 900))[:4000], "foto.jpg", FileUnreadable),
        (make_image("PNG", (600, 400))[:-200], "bild.png", FileUnreadable),
        (make_image("HEIC", (800, 600))[:-300], "foto.heic", FileUnreadable),
        (make_bomb(30000, 30000), "bombe.png", ImageTooLarge),
        (make_bomb(8000, 6400), "bombe.png", ImageTooLarge),
        (make_bomb(60, 60), "bild.png", FileUnreadable),
        (make_active_pdf(add_launch), "start.pdf", PdfStartsPrograms),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_other_file_is_refused(content, name, situation):
    with pytest.raises(situation) as refused:
        look_at(content, name)

    assert type(refused.value) is situation
