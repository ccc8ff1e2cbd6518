import datetime
import hashlib
import io
import json
import zipfile

import pytest
from msgspec.structs import replace

from mailbox.domain.export.archive import archive_pieces
from mailbox.domain.export.gathering import gather
from portal.documents.errors import ContentUnavailable
from tests.factories.exports import DECISION_FILE, full_case

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
AT = datetime.datetime(2026, 11, 26, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture
def full():
    return full_case()


def opened(content):
    return zipfile.ZipFile(io.BytesIO(content))


def packed(contents):
    return b"".join(archive_pieces(contents))


def test_zip_has_files_pdf_and_checksums_that_are_right(full):
    content = packed(gather(full.claimant, case=full.case, at=AT))
    archive = opened(content)
    sums = dict(reversed(line.split("  ", 1)) for line in archive.read("SHA256SUMS").decode().splitlines())

    reference = full.submission.reference
    assert archive.namelist() == [
        "unterlagen/001_Mietvertrag März.pdf",
        "unterlagen/002_Attest.pdf",
        "bescheide/003_2026-11-18.pdf",
        f"eingangsbestaetigungen/{reference}.pdf",
        f"eingangsbestaetigungen/{reference}_kopie.pdf",
        "verlauf.pdf",
        "manifest.json",
        "SHA256SUMS",
    ]
    assert {name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()[:-1]} == sums
    assert archive.read("bescheide/003_2026-11-18.pdf") == DECISION_FILE


def test_same_contents_give_the_same_zip(full):
    contents = gather(full.claimant, case=full.case, at=AT)

    assert packed(contents) == packed(contents)


def test_manifest_names_what_was_sent_and_where_it_lies(full):
    archive = opened(packed(gather(full.staff, case=full.case, at=AT, with_notes=True)))
    manifest = json.loads(archive.read("manifest.json"))

    assert (manifest["format"], manifest["version"]) == ("jobcenter-portal/postfach", 1)
    assert manifest["reference"] == full.submission.reference
    assert [(each["number"], each["path"], each["sent_sha256"]) for each in manifest["papers"]] == [
        (1, "unterlagen/001_Mietvertrag März.pdf", full.paper.sha256),
        (2, None, full.restricted.sha256),
        (3, "bescheide/003_2026-11-18.pdf", full.decision.document.sha256),
    ]
    assert "interne-notizen.pdf" in archive.namelist()


def test_file_that_does_not_open_stops_nothing(full):
    def broken():
        yield b"half"
        raise ContentUnavailable("is missing")

    contents = gather(full.claimant, case=full.case, at=AT)
    first = replace(contents.files[0], file=replace(contents.files[0].file, pieces=broken))
    archive = opened(packed(replace(contents, files=(first, *contents.files[1:]))))

    assert archive.testzip() is None
    assert "unterlagen/001_Mietvertrag März.pdf" not in archive.namelist()
    assert json.loads(archive.read("manifest.json"))["papers"][0]["path"] is None


def test_next_file_is_opened_when_the_one_before_is_on_its_way(full):
    contents = gather(full.claimant, case=full.case, at=AT)
    asked = []

    def watched(line):
        def pieces():
            asked.append(line.number)
            return line.file.pieces()

        return replace(line, file=replace(line.file, pieces=pieces))

    stream = archive_pieces(replace(contents, files=tuple(watched(line) for line in contents.files)))
    assert (len(next(stream)) > 0, asked) == (True, [1])
