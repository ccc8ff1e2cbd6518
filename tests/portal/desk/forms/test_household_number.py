import pytest

from portal.desk.forms.household_number import HouseholdNumberForm


def test_number_is_kept_as_it_is_written():
    form = HouseholdNumberForm({"number": " 12345//0001234 "})

    assert (form.is_valid(), form.cleaned_data["number"]) == (True, "12345//0001234")


@pytest.mark.parametrize(
    ("number", "words"),
    [("", "Bitte tragen Sie die Nummer ein."), ("12 BG", "mindestens 6 Ziffern"), ("1" * 41, "höchstens 40 Zeichen")],
)
def test_what_is_no_number_is_said(number, words):
    assert words in str(HouseholdNumberForm({"number": number}).errors["number"])
