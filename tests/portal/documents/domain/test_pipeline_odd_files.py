"""Odd and hostile files through the whole pipeline, with the real scanner and the real cage: refused in words or cleaned.

What each parser makes of hundreds more stands beside the parsers (``domain/workshop``).
"""

import io
import re

import pikepdf
import pytest

from portal.documents.domain.files import open_file
from portal.documents.enums import Remark
from portal.documents.models import Document, DocumentStep
from portal.documents.services.trial import try_file
from portal.outbox.services import deliver_due
from tests.factories.cases import CaseFactory
from tests.factories.documents import DocumentFactory, make_image, make_pdf
from tests.factories.files import broken_pdfs, form_pdfs, pdfs, pictures
from tests.factories.malware import EICAR, in_docx, in_pdf, in_zip, program, wrappings

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("scanner")]

RIGHT_TO_LEFT = "Lohn\u202efdp.exe"  # shows as "Lohnexe.pdf"
PHOTO = make_image("JPEG", (1400, 1000))

REFUSED = {
    "virus in a pdf": (lambda: b"%PDF-1.4\n" + EICAR, "a.pdf", "malware"),
    "virus attached, compressed": (lambda: in_pdf(EICAR), "a.pdf", "malware"),
    "virus attached, plain": (pdfs.uncompressed_virus, "a.pdf", "malware"),
    "virus attached where the scanner does not see it": (pdfs.checksummed_virus, "a.pdf", "malware"),
    "virus zipped in an attachment": (lambda: in_pdf(in_zip(EICAR, deep=3)), "a.pdf", "malware"),
    "virus behind a photo": (lambda: wrappings(PHOTO)["behind a photo"], "a.jpg", "malware"),
    "zipped virus behind a photo": (lambda: wrappings(PHOTO)["zip behind a photo"], "a.jpg", "malware"),
    "virus in a nested pdf": (lambda: in_pdf(in_pdf(EICAR)), "a.pdf", "malware"),
    "zipped virus behind a pdf": (broken_pdfs.zip_polyglot, "a.pdf", "malware"),
    "virus in a word file": (lambda: in_docx(EICAR), "a.docx", "office_file"),
    "virus in a zip": (lambda: in_zip(EICAR), "a.zip", "type_not_allowed"),
    "program": (program, "a.pdf", "type_not_allowed"),
    "nothing": (lambda: b"", "a.pdf", "empty"),
    "wrong ending": (make_pdf, "a.jpg", "name_does_not_fit"),
    "pdf inside a photo's head": (lambda: PHOTO[:600] + make_pdf(), "a.jpg", "unreadable"),
    "name from right to left": (make_pdf, RIGHT_TO_LEFT, "name_does_not_fit"),
    "cut off pdf": (broken_pdfs.truncated, "a.pdf", "unreadable"),
    "cut off photo": (lambda: PHOTO[: len(PHOTO) // 2], "a.jpg", "unreadable"),
    "password": (pdfs.locked, "a.pdf", "pdf_encrypted"),
    "10,000 pages": (lambda: pdfs.plain(10_000), "a.pdf", "too_many_pages"),
    "no page": (broken_pdfs.no_pages, "a.pdf", "unreadable"),
    "pages in a circle": (broken_pdfs.kids_loop, "a.pdf", "unreadable"),
    "900 megapixels in a small png": (pictures.png_bomb, "a.png", "image_too_large"),
    "64 megapixels in a small heic": (lambda: pictures.heic_that_says(8000, 8000), "a.heic", "image_too_large"),
    "form that only one program shows": (lambda: pdfs.changed(pdfs.dynamic_xfa), "a.pdf", "pdf_dynamic_form"),
}

CLEANED = {
    "script": (lambda: pdfs.changed(pdfs.script), "a.pdf", {Remark.SCRIPT}),
    "start command": (lambda: pdfs.changed(pdfs.launch), "a.pdf", {Remark.PROGRAM}),
    "bill with its data": (lambda: pdfs.changed(pdfs.attachment), "a.pdf", {Remark.ATTACHMENT}),
    "filled form": (lambda: pdfs.changed(form_pdfs.filled_form), "a.pdf", {Remark.FORM}),
    "garbage behind a pdf": (broken_pdfs.garbage_tail, "a.pdf", set()),
    "photo with place and hidden archive": (lambda: pictures.talkative("JPEG"), "a.jpg", set()),
    "name like a path": (make_pdf, "../../../etc/passwd.pdf", set()),
    "name of 300 signs": (make_pdf, "a" * 296 + ".pdf", set()),
    "huge page": (lambda: pdfs.changed(broken_pdfs.huge_page), "a.pdf", set()),
}


def sent(content, name):
    """The document after everything that workers do with it; None when it was refused at the upload."""
    document = DocumentFactory(case=CaseFactory(), name=name, content=content, is_checked=False)
    deliver_due()
    return Document.objects.get(pk=document.pk)


@pytest.mark.parametrize(("content", "name", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_file_that_cannot_be_used_is_refused_in_words(content, name, reason, tmp_path):
    path = tmp_path / name
    path.write_bytes(content())

    trial = try_file(path)

    assert (trial.verdict, trial.reason, trial.sha256_stored) == ("refused", reason, None)
    assert re.search(r"\bSie\b", trial.text)


@pytest.mark.parametrize(("content", "name", "remarks"), CLEANED.values(), ids=CLEANED.keys())
def test_odd_file_is_cleaned_and_released_after_the_scan(content, name, remarks):
    document = sent(content(), name)

    assert (document.status, set(document.remarks)) == ("released", remarks)
    assert list(DocumentStep.objects.filter(document=document).values_list("status", flat=True)) == [
        "received",
        "scanned",
        "released",
    ]
    clean = b"".join(open_file(document.normalised))
    assert pictures.MARK not in clean
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        assert (len(pdf.pages), pdf.check_pdf_syntax()) == (document.pages, [])
    assert ("/" not in document.original_name, len(document.original_name) <= 120) == (True, True)
