import pytest

from portal.cases.views.guest_code import code_context
from portal.pdf.services import count_pages
from portal.submissions.domain.sheet import sheet_html, sheet_with_code
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db

CODE = "7KQ492FDXM3PTR82GH"
ANSWERS = ("4. März 1988", "Lindenweg 7", "Bäckerei Öztürk", "612,40 Euro")


def test_sheet_holds_code_reference_and_what_it_means_and_no_answer():
    submission = SubmissionFactory()

    page = sheet_html(submission, code_context(CODE))

    said = ("7KQ-492-FDX-M3P-TR8-2GH", submission.reference, *submission.parsed_content().statements)
    assert [words for words in said if words not in page] == []
    assert [words for words in ANSWERS if words in page] == []


def test_picture_and_addresses_hold_no_code():
    page = sheet_html(SubmissionFactory(), code_context(CODE))

    assert page.count(CODE) == 0
    assert "/weiter/" in page


def test_sheet_is_a_pdf_of_one_page():
    content = sheet_with_code(SubmissionFactory(), code_context(CODE))

    assert (content[:5], count_pages(content)) == (b"%PDF-", 1)
