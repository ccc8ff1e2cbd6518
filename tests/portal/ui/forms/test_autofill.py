from django import forms

from portal.ui.forms import DatePartsField, KernForm, autofill
from portal.ui.forms.autofill import is_autofill_forbidden


class NameForm(KernForm):
    name = forms.CharField(widget=forms.TextInput({"autocomplete": "family-name"}))
    birth = DatePartsField(autocomplete="bday")


def test_fields_say_what_they_are():
    text = str(NameForm())
    assert text.count('autocomplete="family-name"') == 1
    assert 'autocomplete="bday-day"' in text


def test_nothing_is_filled_in_where_that_is_forbidden():
    with autofill(forbidden=True):
        text = str(NameForm())
    assert text.count('autocomplete="off"') == 4
    assert "family-name" not in text
    assert "bday" not in text


def test_ban_ends_with_the_request():
    with autofill(forbidden=True):
        assert is_autofill_forbidden()
    assert not is_autofill_forbidden()


def test_what_is_forbidden_outside_stays_forbidden_inside():
    with autofill(forbidden=True), autofill(forbidden=False):
        assert is_autofill_forbidden()
    assert not is_autofill_forbidden()
