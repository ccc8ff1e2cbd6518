import pytest

from applications.domain.status_texts import STATUS_TEXTS, status_heading, status_text
from applications.enums import ApplicationStatus

WORDS = {"jobcenter": "Jobcenter Musterkreis", "counts_from": "Ihr Antrag gilt ab dem 1. Oktober 2026."}


@pytest.mark.parametrize("status", ApplicationStatus)
def test_status_has_words_and_something_one_can_do(status):
    text = STATUS_TEXTS[status]

    sentences = [str(text.shown_as), str(text.text) % WORDS, *(str(line) % WORDS for line in text.what_now)]

    assert len(sentences) >= 3
    assert all(sentence and "%(" not in sentence for sentence in sentences)


def test_received_says_that_it_is_being_checked_and_from_when_it_counts():
    text = STATUS_TEXTS[ApplicationStatus.RECEIVED]

    assert str(text.shown_as) == "Eingegangen – wird geprüft"
    assert (
        str(text.text) % WORDS
        == "Wir haben Ihre Angaben bekommen. Ihr Antrag gilt ab dem 1. Oktober 2026. Das ist noch keine Entscheidung."
    )


def test_request_for_consent_is_answered_not_decided():
    shown = [str(status_text("decided", "message", asks_for_consent=asks).shown_as) for asks in (True, False)]

    assert shown == ["Beantwortet", "Entschieden"]


@pytest.mark.parametrize(
    ("status", "shown"),
    [
        ("received", "Geht im ganzen Antrag weiter"),
        ("in_review", "Geht im ganzen Antrag weiter"),
        ("documents_requested", "Wir brauchen noch etwas von Ihnen"),
        ("withdrawn", "Zurückgenommen"),
        ("decided", "Entschieden"),
    ],
)
def test_what_goes_on_elsewhere_says_so_unless_it_was_asked_for_something_or_has_ended(status, shown):
    assert str(status_text(status, "application", is_continued=True).shown_as) == shown


@pytest.mark.parametrize("status", ApplicationStatus)
@pytest.mark.parametrize("kind", ["change_notice", "message"])
def test_words_for_what_is_no_application_do_not_speak_of_one(status, kind):
    text = status_text(status, kind)

    assert [words for words in (str(text.text), *map(str, text.what_now)) if "Antrag" in words] == []


def test_heading_follows_the_kind():
    assert str(status_heading("change_notice")) == "Stand Ihrer Mitteilung"
