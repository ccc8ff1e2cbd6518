"""The code on an Eingangsbestätigung, as somebody types it."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.submissions.domain.reference import is_well_formed
from portal.submissions.domain.verification import group_code, normalise_code
from portal.ui.forms import KernForm


class VerificationForm(KernForm):
    """Cleans to the code in its groups, ready for the address of the answer."""

    code = forms.CharField(
        label=_("Prüfcode"),
        help_text=_(
            "Der Prüfcode steht auf der Eingangsbestätigung neben dem QR-Code. Er hat 20 Zeichen. "
            "Striche und Leerzeichen können Sie weglassen."
        ),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        """Refuse what cannot be a code, with a hint when it is the reference number."""
        typed = self.cleaned_data["code"]
        code = normalise_code(typed)
        if code:
            return group_code(code)
        if is_well_formed(typed):
            raise ValidationError(
                _("Das ist die Vorgangsnummer. Bitte geben Sie den Prüfcode ein. Er steht neben dem QR-Code.")
            )
        raise ValidationError(
            _("Das ist kein vollständiger Prüfcode. Er hat 20 Zeichen, zum Beispiel ABCD-1234-EFGH-5678-JKMN.")
        )
