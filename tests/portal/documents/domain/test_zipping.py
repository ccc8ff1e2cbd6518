import datetime
import hashlib
import io
import zipfile

from portal.audit.models.personal_data import ExportFile
from portal.documents.domain.zipping import CHUNK, Packed, safe_path, zip_pieces

AT = datetime.datetime(2026, 11, 26, 23, 30, 8, tzinfo=datetime.UTC)


def file(path, content):
    return ExportFile(path=path, media_type="", size=len(content), sha256="", pieces=lambda: iter([content]))


def test_what_is_written_last_knows_the_checksums():
    told = []

    def finish(packed: Packed):
        told.append(packed)
        return [("ende.txt", b"e")]

    content = b"".join(zip_pieces([file("a.txt", b"x")], at=AT, finish=finish, place=safe_path))

    assert zipfile.ZipFile(io.BytesIO(content)).namelist() == ["a.txt", "ende.txt"]
    assert told[0].sha256 == {"a.txt": hashlib.sha256(b"x").hexdigest()}


def test_large_file_leaves_bit_by_bit():
    large = bytes(4 * CHUNK)
    pieces = list(zip_pieces([file("a", large)], at=AT, finish=lambda _packed: [], place=safe_path))

    assert max(map(len, pieces)) < CHUNK + 1000
    assert zipfile.ZipFile(io.BytesIO(b"".join(pieces))).read("a") == large


def test_path_never_leaves_the_zip():
    assert safe_path("../a/./b:c.pdf") == "a/b_c.pdf"
