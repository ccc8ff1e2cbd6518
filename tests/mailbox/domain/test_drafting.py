import pytest

from mailbox.domain.drafting import LONGEST_SUBJECT, LONGEST_TEXT, check_words, clean_subject, clean_text
from mailbox.errors import NothingToSend, TextTooLong


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Guten Tag \r\nFrau Öztürk\r", "Guten Tag \nFrau Öztürk"),
        ("a\x00b\x07c\x7fd\x85e", "abcde"),
        ("\t- eins\n\t- zwei", "- eins\n\t- zwei"),
        ("مرحبا \u202bab\u202c 👩‍👧", "مرحبا \u202bab\u202c 👩‍👧"),
    ],
)
def test_text_keeps_what_people_see(typed, kept):
    assert clean_text(typed) == kept


def test_subject_is_one_short_line():
    assert clean_subject("Miete\n ab\tJanuar") == "Miete ab Januar"
    assert len(clean_subject("x" * 500)) == LONGEST_SUBJECT


def test_longest_text_is_sent_and_one_sign_more_is_not():
    check_words("x" * LONGEST_TEXT, has_files=False)

    with pytest.raises(TextTooLong):
        check_words("x" * (LONGEST_TEXT + 1), has_files=True)


def test_files_alone_are_enough():
    check_words("", has_files=True)

    with pytest.raises(NothingToSend):
        check_words("", has_files=False)
