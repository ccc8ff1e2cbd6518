import datetime

import pytest

from mailbox.domain.evidence_content import LONGEST_TEXT, Said, answer_content, clean_words, in_words, wish_content
from mailbox.enums import AnswerKind
from mailbox.errors import TextTooLong
from mailbox.models import EvidenceItem
from portal.documents.models import Document
from tests.factories.evidence import LEASE, STATEMENTS, asked

ITEM = EvidenceItem(what="Mietvertrag")
PAPER, OTHER = Document(original_name="a.pdf"), Document(original_name="b.pdf")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (Said(item=ITEM, kind=AnswerKind.DOCUMENTS, text="", sent=(PAPER, OTHER)), "2 Dateien geschickt"),
        (
            Said(item=ITEM, kind=AnswerKind.DOCUMENTS, text="", sent=(PAPER,), linked=(OTHER,)),
            "1 Datei geschickt, 1 Datei, die schon da ist",
        ),
        (Said(item=ITEM, kind=AnswerKind.BY_POST, text=""), "Ich schicke es per Post"),
        (
            Said(item=ITEM, kind=AnswerKind.NOT_AVAILABLE, text="Verloren."),
            "Ich habe es nicht oder bekomme es nicht\nVerloren.",
        ),
    ],
)
def test_answer_in_one_or_two_lines(said, words):
    assert in_words(said) == words


def test_text_is_kept_but_for_signs_that_nobody_types():
    assert clean_words(" Guten\r\nTag\x00 \u200e\u0645 ") == "Guten\nTag \u200e\u0645"


def test_text_that_is_too_long_is_not_cut():
    assert len(clean_words("x" * LONGEST_TEXT)) == LONGEST_TEXT
    with pytest.raises(TextTooLong):
        clean_words("x" * (LONGEST_TEXT + 1))


@pytest.mark.django_db
def test_receipt_names_what_is_still_open_and_its_statement_names_nothing():
    found = asked(STATEMENTS, LEASE)
    said = [Said(item=found.items[0], kind=AnswerKind.DOCUMENTS, text="", sent=(PAPER,))]

    content = answer_content(found.request, said)

    assert content.open_points == ("Mietvertrag",)
    assert content.sections[0].groups[0].title == STATEMENTS.what
    assert content.sections[0].groups[0].entries[1].value == "a.pdf"
    assert content.statements[0].startswith("Das ist eine Antwort auf unsere Bitte um Unterlagen vom ")


@pytest.mark.django_db
def test_receipt_of_a_wish_says_both_days_and_why(time_machine):
    time_machine.move_to("2027-11-02T09:00+01:00")
    found = asked(LEASE, deadline=datetime.date(2027, 12, 1))

    content = wish_content(found.request, datetime.date(2027, 12, 15), "Ich bin krank.")

    assert [entry.value for entry in content.sections[0].entries] == [
        "1.\xa0Dezember 2027",
        "15.\xa0Dezember 2027",
        "Ich bin krank.",
    ]
