from appointments.domain.needs import Needs
from appointments.domain.wish_content import Wanted, times_in_words, wish_content
from appointments.enums import WishKind

TIMES = {"days": [0, 2], "parts": ["morning"], "not_before": "2026-12-07", "words": "nach 8"}


def test_times_are_said_in_lines():
    assert times_in_words(TIMES) == ("Montag, Mittwoch", "vormittags", "nicht vor dem 7.\u00a0Dezember 2026", "nach 8")
    call = {"day": "2026-12-07", "from": "09:00", "to": "12:00"}
    assert times_in_words(call) == ("Montag, 7.\u00a0Dezember 2026", "zwischen 9:00 und 12:00\u00a0Uhr")


def test_receipt_has_what_was_said_and_leaves_out_what_was_not():
    wanted = Wanted(topic="Miete", times=TIMES, needs=Needs(words="hell"), phone="0151 1", channels=("phone",))

    content = wish_content(wanted, "Miriam Sander")

    assert {entry.label: entry.value for entry in content.sections[0].entries} == {
        "Für wen": "Miriam Sander",
        "Worum es geht": "Miete",
        "Wie wir sprechen": "am Telefon",
        "Wann es Ihnen passt": "\n".join(times_in_words(TIMES)),
        "Telefonnummer": "0151 1",
        "Was Sie brauchen": "hell",
    }
    assert "Miete" not in " ".join(content.statements)


def test_receipt_of_a_call_says_so():
    content = wish_content(Wanted(kind=WishKind.CALLBACK), "Miriam Sander")

    assert content.sections[0].title == "Ihre Bitte um einen Rückruf"
