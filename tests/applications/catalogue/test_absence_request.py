from applications.catalogue.absence_request import FORM
from applications.catalogue.walk import find, walk


def test_first_page_names_the_weeks_of_the_law():
    first = walk(FORM, {})[0]

    assert "bis zu 3 Wochen ohne besonderen Grund" in " ".join(str(words) for words in first.step.tells)


def test_receipt_says_not_to_leave():
    first = next(iter(FORM.statements(FORM.read({}))))

    assert str(first) == "Bitte nicht wegfahren, bevor wir zugestimmt haben."


def test_back_before_leaving_is_asked_about():
    page = find(walk(FORM, {"absence": {"leaves_on": "2026-12-11", "returns_on": "2026-12-07"}}), "reise")

    assert [str(note) for note in page.notes] == [
        "Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie die beiden Tage."
    ]
