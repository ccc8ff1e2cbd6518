import datetime

from portal.leaving.selectors import kept_data

TODAY = datetime.date(2026, 11, 26)


def test_every_kind_is_told_with_the_figures_of_the_day():
    kept = {what: entry for entry in kept_data(TODAY) for what in entry.what}

    assert kept["Nachrichten in Ihrem Postfach"].kept == "10 Jahre, nachdem der Fall zu Ende ist"
    assert kept["Die Kopie Ihrer Daten, die Sie angefordert haben"].kept == "7 Tage, nachdem sie fertig ist"
    assert not any("%" in entry.kept for entry in kept.values())


def test_same_reason_is_given_once():
    reasons = [(entry.kept, entry.why) for entry in kept_data(TODAY)]
    of_the_file = next(entry for entry in kept_data(TODAY) if entry.kept.startswith("10 Jahre"))

    assert len(reasons) == len(set(reasons))
    assert len(of_the_file.what) == 10


def test_what_goes_with_the_account_is_marked():
    gone = [what for entry in kept_data(TODAY) for what in entry.what if entry.ends_with_account]

    assert gone == [
        "Ihr Konto: E-Mail-Adresse, Passwort und andere Arten, sich anzumelden, Ihre Geräte",
        "Dass Sie gerade angemeldet sind",
        "Worin Sie eingewilligt haben, und wie Sie benachrichtigt werden möchten",
        "Auf welchen Geräten Sie Hinweise sehen möchten",
        "Nachrichten, die Sie angefangen und noch nicht abgeschickt haben",
        "Was Sie ausgefüllt und nicht abgeschickt haben, mit den Unterlagen dazu",
        "Die Kopie Ihrer Daten, die Sie angefordert haben",
    ]


def test_what_concerns_staff_alone_is_not_told():
    assert not any("für ein Jobcenter gearbeitet" in what for entry in kept_data(TODAY) for what in entry.what)
