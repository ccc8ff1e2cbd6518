"""Answering offered times."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.enums import Channel
from appointments.forms.needs import LONGEST_PHONE, LONGEST_WORDS, NeedsFields
from appointments.models import Appointment
from portal.ui.formats import format_when
from portal.ui.forms import KernForm


class TakeForm(NeedsFields):
    """One of the times, and what is needed for it."""

    time = forms.ChoiceField(
        label=_("Welche Zeit passt Ihnen?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie eine Zeit aus. Oder sagen Sie uns unten, dass keine passt.")},
    )
    phone = forms.CharField(
        label=_("Unter welcher Nummer rufen wir Sie an?"),
        required=False,
        max_length=LONGEST_PHONE,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )

    def __init__(self, *args: Any, times: Iterable[Appointment], **kwargs: Any) -> None:
        """``times``: what is offered and still free."""
        super().__init__(*args, **kwargs)
        self._times = {str(each.pk): each for each in times}
        choices = [(key, format_when(each.period.lower)) for key, each in self._times.items()]
        self.fields["time"].choices = choices  # type: ignore[attr-defined] # a ChoiceField
        if all(each.channel != Channel.PHONE for each in self._times.values()):
            del self.fields["phone"]

    @property
    def chosen(self) -> Appointment:
        """The time; after validation."""
        return self._times[self.cleaned_data["time"]]


class DeclineForm(KernForm):
    """Why none fits, if somebody wants to say so."""

    reply = forms.CharField(
        label=_("Wann passt es Ihnen besser? Möchten Sie etwas dazu sagen?"),
        help_text=_("Sie müssen nichts schreiben und nichts begründen."),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        """As everywhere."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # handed on as they came
        self.fields["reply"].is_optional = False  # type: ignore[attr-defined] # read by KernBoundField
