import datetime
from zoneinfo import ZoneInfo

from mailbox.domain.contact_texts import contact_content, day_and_time, title_of
from mailbox.enums import ContactChannel

BERLIN = ZoneInfo("Europe/Berlin")


def test_title_names_the_way_and_nothing_else():
    assert title_of(ContactChannel.PAPER, has_papers=True) == "Unterlagen mit der Post"
    assert title_of(ContactChannel.PAPER, has_papers=False) == "Schreiben auf Papier"
    assert title_of(ContactChannel.PHONE, has_papers=True) == "Mitteilung am Telefon"


def test_midnight_stands_for_a_day_without_time():
    assert day_and_time(datetime.datetime(2026, 11, 20, tzinfo=BERLIN)) == "Freitag, 20.\xa0November 2026"
    assert day_and_time(datetime.datetime(2026, 11, 20, 9, 5, tzinfo=BERLIN)).endswith(", 9:05\xa0Uhr")


def test_receipt_says_way_day_and_words():
    content = contact_content(
        channel=ContactChannel.FAX,
        happened_at=datetime.datetime(2026, 11, 20, tzinfo=BERLIN),
        body=" Miete ",
        applicant="Lea",
        known=(),
    )

    assert [(entry.label, entry.value) for entry in content.sections[0].entries] == [
        ("Auf welchem Weg", "Fax"),
        ("Wann", "Freitag, 20.\xa0November 2026"),
        ("Was wir aufgeschrieben haben", "Miete"),
    ]
    assert content.statements == ("Es zählt der Tag, an dem es bei uns angekommen ist: 20.\xa0November 2026.",)
