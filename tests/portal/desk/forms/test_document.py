import pytest

from portal.desk.forms.document import SENTENCES, ReviewForm


def form(**data):
    made = ReviewForm(data)
    made.is_valid()
    return made


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"sentence": "too_old"}, str(SENTENCES["too_old"])),
        ({"text": "Bitte beide Seiten."}, "Bitte beide Seiten."),
        ({"sentence": "too_old", "text": "Von 2019."}, f"{SENTENCES['too_old']} Von 2019."),
    ],
)
def test_words_are_a_sentence_own_words_or_both(data, words):
    assert form(verdict="unusable", **data).words() == words


def test_unusable_needs_words():
    assert list(form(verdict="unusable").errors) == ["text"]


def test_accepting_needs_none():
    assert form(verdict="accepted").is_valid() is True
