"""The code that takes photos from a phone."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.documents.domain.hand_over_code import normalise_code
from portal.ui.forms import KernForm


class PhoneCodeForm(KernForm):
    """Cleans to ten signs."""

    code = forms.CharField(
        label=_("Code vom Computer"),
        help_text=_("10 Zeichen, zum Beispiel 7KQ49-2FDXM. Der Strich und große Buchstaben sind egal."),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"},
        ),
    )

    def clean_code(self) -> str:
        """Say at once when it cannot be a code."""
        code = normalise_code(self.cleaned_data["code"])
        if not code:
            raise ValidationError(_("Bitte prüfen Sie „Code vom Computer“. Er hat 10 Zeichen."))
        return code
