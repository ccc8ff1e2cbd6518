"""The number of the Bedarfsgemeinschaft."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.cases.models.household_number import plain_household_number

LONGEST = 40


class HouseholdNumberForm(forms.Form):
    """As it stands in letters; how it is written does not matter for the search."""

    number = forms.CharField(
        label=_("BG-Nummer"),
        help_text=_("Zum Beispiel 12345BG0001234 oder 12345//0001234."),
        max_length=LONGEST,
        error_messages={"required": _("Bitte tragen Sie die Nummer ein.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_number(self) -> str:
        """A number with too few digits would be found by everybody who searches for a year."""
        number: str = self.cleaned_data["number"].strip()
        if not plain_household_number(number):
            raise forms.ValidationError(_("Die Nummer hat mindestens 6 Ziffern. Bitte prüfen Sie sie."))
        return number
