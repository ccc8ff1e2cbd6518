import datetime
import subprocess

import pytest

from mailbox.domain.export.gathering import gather
from mailbox.domain.export.pdf import make_notes, make_pdf, pdf_html
from tests.factories.exports import full_case
from tests.portal.pdf.verapdf import failures

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
AT = datetime.datetime(2026, 11, 26, 12, 0, tzinfo=datetime.UTC)


def text_of(content):
    command = ["pdftotext", "-layout", "-", "-"]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode()


def test_pdf_says_everything_and_passes_verapdf():
    full = full_case()
    contents = gather(full.claimant, case=full.case, at=AT)
    content = make_pdf(contents)
    text = text_of(content)

    for words in (
        full.submission.reference,
        "Wann kommt der Bescheid?",
        "Frau Yıldız",
        "1. Mietvertrag",
        "Widerspruch bis Do, 24. Dezember",
        "Mietvertrag März.pdf",
        full.paper.sha256[:8],
    ):
        assert words in text
    assert "Eisvogelnotiz" not in text
    assert failures(content) == ""


def test_same_contents_give_the_same_bytes():
    full = full_case()
    contents = gather(full.staff, case=full.case, at=AT, with_notes=True)

    assert make_pdf(contents) == make_pdf(contents)
    assert "Eisvogelnotiz" in text_of(make_notes(contents))
    assert "Eisvogelnotiz" not in pdf_html(contents)


def test_file_that_does_not_open_is_named():
    full = full_case()
    contents = gather(full.claimant, case=full.case, at=AT)

    assert "Diese Datei konnten wir nicht öffnen" in pdf_html(contents, unreadable={contents.files[0].file.path})
