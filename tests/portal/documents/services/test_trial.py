import hashlib
import io

import pytest
from msgspec import structs
from PIL import Image

from portal.cases.models import Case
from portal.documents.models import Document, StoredFile
from portal.documents.services.trial import try_file
from portal.outbox.models import OutboxMessage
from tests.factories.documents import make_pdf
from tests.factories.files import pdfs
from tests.factories.malware import EICAR
from tests.factories.stores import names_in_store

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("scanner")]


def white_sheet():
    content = io.BytesIO()
    Image.new("RGB", (1200, 1700), "white").save(content, "JPEG")
    return content.getvalue()


def attempt(tmp_path, content, name="Auszug.pdf"):
    path = tmp_path / name
    path.write_bytes(content)
    return try_file(path)


def test_good_file_is_released(tmp_path):
    content = make_pdf(2)

    trial = attempt(tmp_path, content)

    assert (trial.verdict, trial.reason, trial.pages, trial.sha256_sent) == (
        "released",
        "",
        2,
        hashlib.sha256(content).hexdigest(),
    )
    assert (len(trial.sha256_stored), trial.text, trial.seconds > 0) == (64, "Angekommen und lesbar", True)


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (lambda: b"%PDF-1.4\n" + EICAR, "a.pdf", "malware"),
        (pdfs.locked, "a.pdf", "pdf_encrypted"),
        (lambda: b"", "a.pdf", "empty"),
        (lambda: b"MZ" + bytes(100), "a.pdf", "type_not_allowed"),
        (lambda: b"PK\x03\x04" + bytes(100), "a.docx", "office_file"),
    ],
    ids=["virus", "password", "empty", "program", "word"],
)
def test_bad_file_is_refused_with_the_words_for_the_person(tmp_path, content, name, reason):
    trial = attempt(tmp_path, content(), name)

    assert (trial.verdict, trial.reason, trial.pages) == ("refused", reason, None)
    assert "Sie" in trial.text


def test_page_that_cannot_be_read_is_told_as_on_the_page(tmp_path):
    trial = attempt(tmp_path, white_sheet(), "leer.jpg")

    assert (trial.verdict, trial.text) == ("released", "Bitte ansehen. Das Bild ist leer.")


def test_file_refused_at_the_door_has_its_check_sum(tmp_path):
    trial = attempt(tmp_path, b"MZ" + bytes(100), "a.pdf")

    assert (trial.sha256_sent, trial.sha256_stored) == (hashlib.sha256(b"MZ" + bytes(100)).hexdigest(), None)


def test_nothing_is_kept(tmp_path):
    attempt(tmp_path, make_pdf())

    assert [model.objects.count() for model in (Case, Document, StoredFile, OutboxMessage)] == [0, 0, 0, 0]
    assert names_in_store() == []


def test_file_that_is_not_there_is_said(tmp_path):
    trial = try_file(tmp_path / "weg.pdf")

    assert (trial.verdict, trial.text) == (
        "missing",
        "Diese Datei ist nicht da, oder sie kann nicht gelesen werden.",
    )


def test_file_waits_without_scanner(tmp_path, private_clamd):
    private_clamd.kill()

    assert attempt(tmp_path, make_pdf()).verdict == "waiting"


def test_file_waits_where_no_cage_can_be_made(tmp_path, settings):
    settings.PORTAL = structs.replace(settings.PORTAL, memory_dir=tmp_path / "not-there")

    assert attempt(tmp_path, make_pdf()).verdict == "waiting"
