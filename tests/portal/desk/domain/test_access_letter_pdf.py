import io

import pikepdf
import pytest

from portal.cases.services import PrintedLetter
from portal.desk.domain.access_letter_pdf import letter_html, letter_pdf
from portal.pdf.services import count_pages
from tests.factories.accounts import OfficeFactory
from tests.factories.cases import LETTER_CODE, AccessLetterFactory, PersonFactory

pytestmark = pytest.mark.django_db
CODE = "7KQ4-92FD-XM3P-TRB8"


@pytest.fixture
def letter():
    made = AccessLetterFactory()
    OfficeFactory(jobcenter=made.case.jobcenter)
    return made


def test_letter_says_the_code_the_address_and_until_when(letter):
    html = letter_html(PrintedLetter(letter, LETTER_CODE))

    for words in (CODE, "/konto/wiederherstellen/", "Miriam Sander", "und nur einmal", "Haus am Markt"):
        assert words in html


def test_code_is_neither_in_the_address_nor_in_the_picture(letter):
    one, other = (letter_html(PrintedLetter(letter, code)) for code in (LETTER_CODE, "2222333344445555"))

    assert one.replace(CODE, "") == other.replace("2222-3333-4444-5555", "")


def test_first_account_has_other_words_than_a_lost_one(letter):
    paper_only = AccessLetterFactory(person=PersonFactory(user=None), code="2222333344445555")

    assert "Sie kommen nicht mehr in Ihr Konto?" in letter_html(PrintedLetter(letter, LETTER_CODE))
    assert "Mit diesem Brief bekommen Sie ein Konto" in letter_html(PrintedLetter(paper_only, LETTER_CODE))


def test_letter_is_one_tagged_page(letter):
    content = letter_pdf(PrintedLetter(letter, LETTER_CODE))

    assert count_pages(content) == 1
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith("de")
