import pytest

from applications.catalogue.objection import FORM
from applications.catalogue.walk import find, walk


def statements(**said):
    return [str(words) for words in FORM.statements(FORM.read({"objection": said}))]


def test_receipt_says_what_is_missing_and_until_when():
    first, second = statements(decision_on="2026-11-20", received_on="2026-11-24")

    assert "Sicher gültig ist er erst mit Ihrer Unterschrift" in first
    assert second == (
        "Nach Ihren Angaben muss das bis zum 24.\xa0Dezember 2026 bei uns oder einer anderen Behörde in Deutschland sein."
    )


@pytest.mark.parametrize("said", [{}, {"received_on": "2020-01-07"}])
def test_without_a_day_the_month_is_named(said):
    assert "1 Monat Zeit" in statements(**said)[1]


@pytest.mark.parametrize("way", ["signed", "recorded"])
def test_who_has_done_it_already_is_not_alarmed(way):
    (only,) = statements(handed_in=way)

    assert only.endswith("Heben Sie dafür bitte einen Beleg auf.")


def test_ways_that_count_are_said_before_anything_is_asked():
    first = walk(FORM, {})[0]

    assert first.slug == "so-gilt-er"
    assert "zur Niederschrift" in " ".join(str(words) for words in first.step.tells)


def test_letter_received_before_it_was_written_is_asked_about():
    page = find(walk(FORM, {"objection": {"decision_on": "2026-11-20", "received_on": "2026-11-19"}}), "bescheid")

    assert [str(note) for note in page.notes] == [
        "Der Bescheid ist später geschrieben, als Sie ihn bekommen haben. Bitte prüfen Sie die beiden Tage."
    ]
