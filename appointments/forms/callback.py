"""A wish to be called."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.domain.callback_windows import Window
from appointments.domain.wish_content import Wanted
from appointments.enums import Channel, WishKind
from appointments.forms.for_whom import ForWhomForm
from appointments.forms.needs import LONGEST_PHONE, LONGEST_TOPIC
from portal.cases.models import plain_phone

SHORTEST_NUMBER = 5  # digits; shorter ones are typing errors


class CallbackForm(ForWhomForm):
    """Which number, when, about what."""

    phone = forms.CharField(
        label=_("Unter welcher Nummer erreichen wir Sie?"),
        max_length=LONGEST_PHONE,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        error_messages={"required": _("Bitte geben Sie eine Telefonnummer ein. Sonst können wir Sie nicht anrufen.")},
    )
    window = forms.ChoiceField(
        label=_("Wann sollen wir anrufen?"), help_text=_("Uhrzeit in Deutschland."), required=False
    )
    topic = forms.CharField(
        label=_("Worum geht es?"),
        help_text=_("Ein paar Worte reichen. Dann ruft die richtige Person an."),
        required=False,
        max_length=LONGEST_TOPIC,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )
    is_confidential = forms.BooleanField(
        label=_("Bitte vertraulich"),
        help_text=_("Dann sagen wir erst, wer anruft, wenn Sie selbst dran sind, und schicken keine E-Mail."),
        required=False,
    )

    def __init__(self, *args: Any, windows: Iterable[Window], **kwargs: Any) -> None:
        """``windows``: when the office can call."""
        super().__init__(*args, **kwargs)
        for name in ("window", "topic", "is_confidential"):
            self.fields[name].is_optional = False  # type: ignore[attr-defined] # read by KernBoundField
        self._windows: Mapping[str, Window] = {window.key: window for window in windows}
        by_day = groupby(self._windows.values(), key=lambda window: window.day_in_words)
        groups = [(day, [(each.key, each.in_words) for each in found]) for day, found in by_day]
        anytime = ("", _("egal, in den Sprechzeiten"))
        self.fields["window"].choices = [anytime, *groups]  # type: ignore[attr-defined] # a ChoiceField

    def clean_phone(self) -> str:
        """A number somebody can dial, in whatever way it is written."""
        typed: str = self.cleaned_data["phone"].strip()
        if len(plain_phone(typed)) < SHORTEST_NUMBER:
            raise forms.ValidationError(
                _("Bitte prüfen Sie die Telefonnummer. Sie sieht zum Beispiel so aus: 0151 23456789"), code="phone"
            )
        return typed

    def wanted(self) -> Wanted:
        """The wish as it was typed; after validation."""
        data = self.cleaned_data
        window = self._windows.get(data["window"])
        return Wanted(
            kind=WishKind.CALLBACK,
            channels=(Channel.PHONE,),
            topic=data["topic"],
            times=window.as_times() if window is not None else {},
            phone=data["phone"],
            is_confidential=data["is_confidential"],
        )
