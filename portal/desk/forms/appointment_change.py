"""What changes of an appointment while its time stays."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.domain.needs import Needs
from appointments.enums import Channel, Need
from appointments.models import Appointment
from portal.cases.enums import Language
from portal.desk.forms.case import NOTE_LENGTH

SHORT = 300


class ChangeForm(forms.Form):
    """Way, number, needs. ``token``: sending the page twice is once."""

    channel = forms.ChoiceField(label=_("Weg"), choices=Channel.choices, widget=forms.RadioSelect)
    phone = forms.CharField(label=_("Telefonnummer, unter der Sie anrufen"), required=False, max_length=40)
    needs = forms.MultipleChoiceField(
        label=_("Was die Person braucht"), required=False, choices=Need.choices, widget=forms.CheckboxSelectMultiple
    )
    language = forms.ChoiceField(
        label=_("Dolmetschen: Sprache"), required=False, choices=[("", _("keine")), *Language.choices]
    )
    needs_words = forms.CharField(label=_("Sonst noch"), required=False, max_length=SHORT)
    reason = forms.CharField(
        label=_("Warum ein anderer Weg? Die Person liest das (freiwillig)"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea({"rows": 2}),
    )
    token = forms.UUIDField(widget=forms.HiddenInput)

    def wanted(self) -> Needs:
        """What is needed."""
        data = self.cleaned_data
        return Needs(needs=tuple(data["needs"]), language=data["language"], words=data["needs_words"])


def as_it_is(appointment: Appointment) -> dict[str, Any]:
    """What the form begins with."""
    known = Needs.of(appointment.needs)
    return {
        "channel": appointment.channel,
        "phone": appointment.phone,
        "needs": known.needs,
        "language": known.language,
        "needs_words": known.words,
    }
