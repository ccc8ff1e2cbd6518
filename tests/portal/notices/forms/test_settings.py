import datetime

import pytest

from portal.notices.forms import SettingsForm
from portal.notices.models import NoticeSettings


def form(**data):
    return SettingsForm(data)


def test_rest_over_midnight():
    filled = form(quiet_from="22:00", quiet_until="07:00")
    assert filled.is_valid()
    assert filled.quiet() == (datetime.time(22), datetime.time(7))


def test_nothing_chosen_is_no_rest():
    filled = form()
    assert filled.is_valid()
    assert (filled.quiet(), filled.cleaned_data["is_discreet"]) == (None, False)


@pytest.mark.parametrize(
    ("data", "field", "words"),
    [
        ({"quiet_from": "22:00"}, "quiet_until", "Bitte wählen Sie aus, bis wann die Ruhezeit geht."),
        ({"quiet_until": "07:00"}, "quiet_from", "Bitte wählen Sie aus, ab wann die Ruhezeit gilt."),
        (
            {"quiet_from": "22:00", "quiet_until": "22:00"},
            "quiet_until",
            "Bitte wählen Sie ein anderes Ende: Anfang und Ende sind gleich.",
        ),
        ({"quiet_from": "25:00"}, "quiet_from", "Bitte wählen Sie bei „Ruhe von“ eine der angezeigten Antworten aus."),
    ],
)
def test_rest_needs_two_different_ends(data, field, words):
    assert form(**data).errors[field] == [words]


def test_form_shows_what_is_stored():
    stored = NoticeSettings(quiet_from=datetime.time(22), quiet_until=datetime.time(7), is_discreet=True)
    assert SettingsForm.showing(stored).initial == {
        "quiet_from": "22:00",
        "quiet_until": "07:00",
        "is_discreet": True,
    }
