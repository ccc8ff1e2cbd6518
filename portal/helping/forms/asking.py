"""Asking for help and offering it: for whom, what may be done, until when."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from portal.cases.domain.periods import MONTHS, USUAL_MONTHS, months_later
from portal.cases.domain.scope_words import FURTHER, WORK, Bundle, scopes_of
from portal.cases.enums import Scope
from portal.cases.services import Ask
from portal.ui.forms import KernForm

LONGEST_NAME = 80
NOTHING_OF_IT = ("none", _("Nichts davon"))
NO_AUTOFILL = {"autocomplete": "off", "spellcheck": "false"}
PERIODS = [(str(months), ngettext_lazy("%d Monat", "%d Monate", months) % months) for months in MONTHS]


def explained(bundle: Bundle) -> Any:
    """The name of a bundle and what it means."""
    return format_lazy("{label}: {hint}", label=bundle.label, hint=bundle.hint)


class AskForm(KernForm):
    """What both questions share. After cleaning, ``ask()`` is what the services want."""

    work = forms.ChoiceField(
        label=_("Was darf die Person bei Anträgen tun?"),
        choices=[*((bundle.key, explained(bundle)) for bundle in WORK), NOTHING_OF_IT],
        widget=forms.RadioSelect,
    )
    further = forms.MultipleChoiceField(
        label=_("Was darf sie außerdem?"),
        choices=[(bundle.key, explained(bundle)) for bundle in FURTHER],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    months = forms.ChoiceField(
        label=_("Wie lange?"),
        help_text=_("14 Tage vor dem Ende fragen wir nach. Sie können die Hilfe jederzeit früher beenden."),
        choices=PERIODS,
        initial=str(USUAL_MONTHS),
        widget=forms.RadioSelect,
    )
    bound_email = forms.EmailField(
        label=_("E-Mail-Adresse der Person"),
        help_text=_(
            "Dann kann nur jemand mit dieser Adresse die Einladung annehmen. Wir schicken nichts dorthin und speichern "
            "die Adresse nicht lesbar."
        ),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={**NO_AUTOFILL, "autocapitalize": "none"}),
    )

    def clean(self) -> dict[str, Any]:
        """Something has to be allowed."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "work" in cleaned and not self.scopes():
            self.add_error("work", ValidationError(_("Bitte wählen Sie aus, was die Person tun darf.")))
        return cleaned

    def scopes(self) -> frozenset[Scope]:
        """What was chosen."""
        return scopes_of([self.cleaned_data.get("work", ""), *self.cleaned_data.get("further", [])])

    def ends_at(self) -> datetime:
        """The end of the chosen time."""
        return months_later(timezone.now(), int(self.cleaned_data["months"]))

    def ask(self) -> Ask:
        """What was filled in, as the services want it."""
        cleaned = self.cleaned_data
        return Ask(
            scopes=self.scopes(),
            ends_at=self.ends_at(),
            inviter_name=cleaned["inviter_name"],
            invitee_name=cleaned["invitee_name"],
            bound_email=cleaned["bound_email"],
        )


class InviteForm(AskForm):
    """A person invites somebody to help."""

    invitee_name = forms.CharField(
        label=_("Wer soll Ihnen helfen?"),
        help_text=_("Der Name, den Sie benutzen. Zum Beispiel: Julia"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs=NO_AUTOFILL),
    )
    inviter_name = forms.CharField(
        label=_("Wie nennt diese Person Sie?"),
        help_text=_("So erkennt sie, von wem die Einladung kommt. Zum Beispiel: Papa"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs=NO_AUTOFILL),
    )
    field_order = ("invitee_name", "inviter_name", "work", "further", "months", "bound_email")


class OfferForm(AskForm):
    """Somebody asks a person to be allowed to help. The same choices, said from the other side."""

    invitee_name = forms.CharField(
        label=_("Wem möchten Sie helfen?"),
        help_text=_("Der Name, den Sie benutzen. Zum Beispiel: Papa"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs=NO_AUTOFILL),
    )
    inviter_name = forms.CharField(
        label=_("Wie nennt diese Person Sie?"),
        help_text=_("So erkennt sie, wer fragt. Sie sieht auch die E-Mail-Adresse Ihres Kontos."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs=NO_AUTOFILL),
    )
    work = forms.ChoiceField(
        label=_("Was möchten Sie bei Anträgen tun?"),
        choices=[*((bundle.key, bundle.label) for bundle in WORK), NOTHING_OF_IT],
        widget=forms.RadioSelect,
    )
    further = forms.MultipleChoiceField(
        label=_("Was möchten Sie außerdem?"),
        choices=[(bundle.key, bundle.label) for bundle in FURTHER],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    field_order = InviteForm.field_order
