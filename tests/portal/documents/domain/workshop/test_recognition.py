import pytest

from portal.documents.domain.workshop.recognition import ReaderMissing, read
from tests.factories.papers import LEASE, make_sheet


def test_text_is_read_in_german():
    text, turn = read(make_sheet(), "deu+eng")

    assert ("Die Größe der Wohnung beträgt 62 Quadratmeter." in text, turn) == (True, 0)


def test_sheet_that_lies_across_is_turned_first():
    text, turn = read(make_sheet(turned=90), "deu")

    assert (LEASE[0] in text, turn) == (True, 270)


def test_a_few_words_are_no_reason_to_turn():
    assert read(make_sheet(["Kassenbon 12,50"], turned=180), "deu")[1] == 0


def test_empty_sheet_has_no_text():
    assert read(make_sheet([]), "deu") == ("", 0)


def test_language_that_is_not_installed_is_said():
    with pytest.raises(ReaderMissing):
        read(make_sheet(), "klingon")
