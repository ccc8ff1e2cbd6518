import io

import pytest
from pikepdf import settings

from portal.documents.domain.workshop import bounds
from portal.documents.domain.workshop.codes import Refusal, Refused
from tests.factories.files import broken_pdfs, pdfs


def test_limits_of_qpdf_hold_only_inside():
    before = settings.get_qpdf_limits()

    with bounds.bounded():
        inside = settings.get_qpdf_limits()

    assert inside["flate_max_memory"] == bounds.MAX_IMAGE
    assert settings.get_qpdf_limits() == before


def test_pdf_is_opened():
    with bounds.open_pdf(io.BytesIO(pdfs.plain(3))) as pdf:
        assert len(pdf.pages) == 3


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (lambda: b"", Refusal.UNREADABLE),
        (lambda: b"%PDF-1.7 kaputt %%EOF", Refusal.UNREADABLE),
        (lambda: b"x" * 2000 + pdfs.plain(), Refusal.UNREADABLE),
        (broken_pdfs.no_pages, Refusal.UNREADABLE),
        (broken_pdfs.truncated, Refusal.UNREADABLE),
        (broken_pdfs.truncated_for_the_web, Refusal.UNREADABLE),
        (pdfs.locked, Refusal.PDF_ENCRYPTED),
        (pdfs.locked_by_certificate, Refusal.PDF_ENCRYPTED),
        (lambda: pdfs.plain(501), Refusal.TOO_MANY_PAGES),
        (broken_pdfs.many_objects, Refusal.TOO_COMPLEX),
    ],
    ids=[
        "empty",
        "broken",
        "no head",
        "no page",
        "cut off",
        "web, cut off",
        "password",
        "certificate",
        "pages",
        "objects",
    ],
)
def test_what_cannot_be_opened_says_why(content, code):
    with bounds.bounded(), pytest.raises(Refused) as refused:
        bounds.open_pdf(io.BytesIO(content()))

    assert refused.value.code is code


def test_words_of_qpdf_stay_here(capsys, caplog):
    with bounds.heard() as words, bounds.open_pdf(io.BytesIO(broken_pdfs.missing_pages())):
        pass

    assert set(map(str.strip, words)) == {"Pages tree includes non-dictionary object; ignoring", ""}
    assert (capsys.readouterr().err, caplog.text) == ("", "")
