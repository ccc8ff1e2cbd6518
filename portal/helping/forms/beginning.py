"""Beginning an application for somebody who has no account."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.helping.forms.asking import LONGEST_NAME, NO_AUTOFILL
from portal.ui.forms import KernForm


class BeginForm(KernForm):
    """What the two call each other. More is asked in the application itself."""

    known_as = forms.CharField(
        label=_("Für wen füllen Sie aus?"),
        help_text=_("Der Name, den Sie benutzen. Er steht dann oben auf jeder Seite. Zum Beispiel: Papa"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs=NO_AUTOFILL),
    )
    helper_name = forms.CharField(
        label=_("Wie nennt diese Person Sie?"),
        help_text=_("So erkennt sie später, wer ausgefüllt hat. Zum Beispiel: Julia"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs=NO_AUTOFILL),
    )
