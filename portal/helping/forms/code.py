"""The code of an invitation, as somebody types it."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.cases.domain.invitation_code import normalise_code
from portal.cases.domain.scope_words import scopes_of
from portal.cases.enums import Scope
from portal.ui.forms import KernForm

NOTHING = "none"


class CodeForm(KernForm):
    """Cleans to eight signs without dash."""

    code = forms.CharField(
        label=_("Code"),
        help_text=_("8 Zeichen, zum Beispiel 7KQ4-92FD. Den Strich können Sie weglassen."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

    def clean_code(self) -> str:
        """Say at once when signs are missing or cannot be in a code: then it is a typing error."""
        code = normalise_code(self.cleaned_data["code"])
        if not code:
            raise ValidationError(
                _(
                    "Bitte prüfen Sie „Code“. Er hat 8 Zeichen. Es kommen nur Ziffern von 2 bis 9 und Buchstaben ohne "
                    "A, E, I, L, O, U vor."
                )
            )
        return code


class TakeOverForm(CodeForm):
    """Taking a begun draft: its code, and whether the helper may go on."""

    left = forms.ChoiceField(
        label=_("Darf die Person, die angefangen hat, Ihnen weiter helfen?"),
        help_text=_("Das können Sie später jederzeit ändern."),
        choices=[
            ("fill_in", _("Ja: ausfüllen, Angaben sehen und Unterlagen schicken. Absenden darf sie nicht.")),
            ("upload", _("Nur noch Unterlagen schicken. Sie sieht dann nichts mehr.")),
            (NOTHING, _("Nein, danke.")),
        ],
        widget=forms.RadioSelect,
    )

    def left_to_helper(self) -> frozenset[Scope]:
        """What the helper may go on doing."""
        return scopes_of([self.cleaned_data["left"]])
