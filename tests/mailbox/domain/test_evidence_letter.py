import io

import pikepdf
import pytest

from mailbox.domain.evidence_code import grouped
from mailbox.domain.evidence_letter import cover_sheet_html, cover_sheet_pdf, letter_html, letter_pdf
from tests.factories.accounts import OfficeFactory
from tests.factories.evidence import LEASE, STATEMENTS, asked
from tests.factories.representations import RepresentationFactory

pytestmark = pytest.mark.django_db


def test_letter_has_everything_that_a_letter_needs():
    found = asked(STATEMENTS, LEASE, introduction="Guten Tag, bitte helfen Sie uns.")
    OfficeFactory(jobcenter=found.request.case.jobcenter, street="Amtsweg 1")

    page = letter_html(found.now())

    for words in (
        "Amtsweg 1",
        "Guten Tag, bitte helfen Sie uns.",
        "Kontoauszüge der letzten drei Monate",
        "§ 60 Abs. 1 Nr. 3 SGB I",
        "Auch ein Ausdruck aus dem Online-Banking genügt.",
        "Einnahmen dürfen Sie nicht schwärzen.",
        "§ 66 Absatz 1 SGB I",
        "§ 67 SGB I",
        "Auch das ist eine Antwort.",
        grouped(found.items[0].code),
    ):
        assert words in page


def test_letter_is_addressed_to_the_representative():
    found = asked(LEASE)
    found.request.message.addressed_to = [RepresentationFactory(person=found.person, authorised=True).pk]
    found.request.message.save()

    assert "Frau Berger" in letter_html(found.now())


def test_letter_and_sheet_are_accessible_pdfs():
    found = asked(LEASE)

    for content in (letter_pdf(found.now()), cover_sheet_pdf(found.items[0])):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            assert pdf.Root.Lang == "de"
            assert pdf.Root.MarkInfo.Marked
            assert len(pdf.pages) >= 1


def test_sheet_says_nothing_about_anybody():
    found = asked(LEASE)
    item = found.items[0]

    page = cover_sheet_html(item)

    assert grouped(item.code) in page
    for secret in ("Mietvertrag", "Miriam", "Sander", str(found.request.pk), str(found.request.case_id)):
        assert secret not in page
