"""The forms of somebody without an account."""

from typing import Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.accounts.forms.base import SHARED_HELP, SHARED_LABEL
from portal.cases.domain.guest_code import ALPHABET, LENGTH, MAILED, normalise_code, plain_signs
from portal.ui.forms import KernForm

_SIGNS: Final = {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
_OTHER_CODES: Final = {
    20: _("Das ist der Prüfcode einer Eingangsbestätigung. Bitte geben Sie den Code ein, mit dem Sie begonnen haben."),
    MAILED: _(
        "Das ist nur Teil 1 aus der E-Mail. Bitte geben Sie dahinter auch Teil 2 ein, den Sie aufgeschrieben haben."
    ),
    LENGTH - MAILED: _(
        "Das ist nur ein Teil des Codes. Bitte geben Sie zuerst Teil 1 aus der E-Mail ein, dann Teil 2."
    ),
}


class ResumeForm(KernForm):
    """The resume code; cleans to eighteen signs."""

    code = forms.CharField(
        label=_("Ihr Code"),
        help_text=_("18 Zeichen, zum Beispiel 7KQ-492-FDX-M3P-TR8-2GH. Striche und große Buchstaben sind egal."),
        max_length=60,
        widget=forms.TextInput(attrs=_SIGNS),
    )

    def clean_code(self) -> str:
        """Say at once what is missing or cannot be in a code: then it is a typing error or another code."""
        typed = self.cleaned_data["code"]
        code = normalise_code(typed)
        if code:
            return code
        plain = plain_signs(typed)
        if len(plain) in _OTHER_CODES:
            raise ValidationError(_OTHER_CODES[len(plain)])
        if len(plain) != LENGTH:
            raise ValidationError(
                _("Bitte prüfen Sie „Ihr Code“. Er hat 18 Zeichen, Sie haben %(number)d eingegeben."),
                params={"number": len(plain)},
            )
        strange = " ".join(sorted({sign for sign in plain if sign not in ALPHABET}))
        raise ValidationError(
            _("Bitte prüfen Sie „Ihr Code“. Diese Zeichen kommen in keinem Code vor: %(signs)s"),
            params={"signs": strange},
        )


class EnterForm(ResumeForm):
    """The resume code, and whose computer this is."""

    shared = forms.BooleanField(label=SHARED_LABEL, help_text=SHARED_HELP, required=False)


class MailCodeForm(KernForm):
    """Where to send the first part of the code."""

    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        help_text=_("Wir schicken nur diese eine E-Mail und heben die Adresse nicht auf."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"}),
    )
