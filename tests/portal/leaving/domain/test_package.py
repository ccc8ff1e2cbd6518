import datetime
import io
import zipfile

import pytest

from portal.audit.models.personal_data import ExportFile
from portal.documents.errors import ContentUnavailable
from portal.leaving.domain.package import LONGEST, ZipReader, zip_path, zip_pieces

AT = datetime.datetime(2026, 11, 26, 23, 30, 8, tzinfo=datetime.UTC)


def file(path, *pieces, size=0):
    return ExportFile(path=path, media_type="text/plain", size=size, sha256="", pieces=lambda: iter(pieces))


def broken(path, error):
    def pieces():
        yield b"half"
        raise error

    return ExportFile(path=path, media_type="text/plain", size=0, sha256="", pieces=pieces)


def packed(*files):
    told = []

    def finish(unreadable):
        told.extend(unreadable)
        return "<p>ü</p>", "{}"

    content = b"".join(zip_pieces(files, at=AT, finish=finish))
    return zipfile.ZipFile(io.BytesIO(content)), told


def test_zip_has_the_files_then_page_and_data():
    archive, unreadable = packed(file("a/x.txt", b"ein", b"s"), file("b/y.txt", b""))

    assert archive.testzip() is None
    assert {name: archive.read(name) for name in archive.namelist()} == {
        "dateien/a/x.txt": b"eins",
        "dateien/b/y.txt": b"",
        "index.html": "<p>ü</p>".encode(),
        "daten.json": b"{}",
    }
    assert unreadable == []


def test_zip_carries_the_time_in_berlin():
    archive, _unreadable = packed()

    assert {info.date_time for info in archive.infolist()} == {(2026, 11, 27, 0, 30, 8)}


def test_unreadable_file_is_left_out_and_named():
    archive, unreadable = packed(broken("a/x.txt", ContentUnavailable()), file("a/y.txt", b"da"))

    assert archive.namelist() == ["dateien/a/y.txt", "index.html", "daten.json"]
    assert unreadable == ["a/x.txt"]


def test_zip_comes_in_pieces_before_the_next_file_is_opened():
    opened = []

    def pieces(name):
        opened.append(name)
        yield b"x" * 1000

    files = [ExportFile(path=n, media_type="", size=0, sha256="", pieces=lambda n=n: pieces(n)) for n in ("a", "b")]
    stream = zip_pieces(files, at=AT, finish=lambda _unreadable: ("", ""))

    assert (len(next(stream)) > 1000, opened) == (True, ["a"])


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("unterlagen/001_Mietvertrag.pdf", "dateien/unterlagen/001_Mietvertrag.pdf"),
        ("unterlagen/../../etc/passwd", "dateien/unterlagen/etc/passwd"),
        ("/etc/passwd", "dateien/etc/passwd"),
        ('a/x<>:"|?*\\y.pdf', "dateien/a/x________y.pdf"),
        ("a/Zeile\neins\u202e.pdf", "dateien/a/Zeile_eins_.pdf"),
        ("a/ende. .", "dateien/a/ende"),
        ("a/Łódź ü.pdf", "dateien/a/Łódź ü.pdf"),
    ],
)
def test_path_is_harmless_everywhere(path, expected):
    assert zip_path(path) == expected


@pytest.mark.parametrize("name", ["x" * 400 + ".pdf", "x" * 400, "." + "y" * 400])
def test_long_name_is_cut_and_keeps_its_ending(name):
    short = zip_path(f"a/{name}").rpartition("/")[2]

    assert len(short) <= LONGEST
    assert short.endswith(".pdf") == name.endswith(".pdf")


def test_reader_gives_what_is_asked_for_until_the_end():
    reader = ZipReader(iter([b"abcdef", b"", b"g"]))

    assert [reader.read(4), reader.read(4), reader.read(4), reader.read(4)] == [b"abcd", b"ef", b"g", b""]
