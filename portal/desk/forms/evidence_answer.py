"""What staff say to answers: a judgement, more time, a paper that came by post, a code on a cover sheet."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mailbox.enums import ItemStatus
from portal.desk.forms.case import NOTE_LENGTH
from portal.desk.forms.document import SENTENCES
from portal.desk.forms.evidence_request import TEXT_LENGTH
from portal.desk.forms.representation import NOT_A_DAY
from portal.desk.forms.triage import DayInput

NEEDS_WORDS = frozenset({ItemStatus.UNUSABLE, ItemStatus.REQUESTED})


class JudgeForm(forms.Form):
    """What becomes of a thing; with "unusable" and "still needed" words for the person."""

    to = forms.TypedChoiceField(choices=ItemStatus.choices, coerce=ItemStatus)
    sentence = forms.ChoiceField(choices=list(SENTENCES.items()), required=False)
    text = forms.CharField(required=False, max_length=NOTE_LENGTH)
    note = forms.CharField(required=False, max_length=NOTE_LENGTH)

    def clean(self) -> dict[str, Any]:
        """Nobody is asked again without being told why and what to do."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("to") in NEEDS_WORDS and not (data.get("sentence") or data.get("text")):
            self.add_error("text", _("Bitte wählen Sie einen Satz oder schreiben Sie in einfachen Worten, was hilft."))
        return data

    def words(self) -> str:
        """What the person reads."""
        sentence = SENTENCES.get(self.cleaned_data["sentence"], "")
        return " ".join(filter(None, (str(sentence), self.cleaned_data["text"])))


class WishForm(forms.Form):
    """More time until a day, or another answer."""

    granted = forms.TypedChoiceField(choices=[("yes", ""), ("no", "")], coerce=lambda value: value == "yes")
    until = forms.DateField(label=_("Neue Frist"), required=False, widget=DayInput, error_messages=NOT_A_DAY)
    reply = forms.CharField(required=False, max_length=TEXT_LENGTH)

    def clean(self) -> dict[str, Any]:
        """A day that is to come, or words."""
        data: dict[str, Any] = super().clean() or {}
        until: datetime.date | None = data.get("until")
        if data.get("granted") and "until" in data and (until is None or until <= timezone.localdate()):
            self.add_error("until", _("Bitte tragen Sie einen Tag ein, der noch kommt."))
        if data.get("granted") is False and not data.get("reply"):
            self.add_error("reply", _("Bitte schreiben Sie der Person, warum die Frist bleibt und was sie tun kann."))
        return data


class ScanForm(forms.Form):
    """A scan of what came on paper, and when it came."""

    received_on = forms.DateField(
        label=_("Gekommen am"),
        widget=DayInput,
        error_messages={**NOT_A_DAY, "required": _("Bitte tragen Sie ein, wann das Papier gekommen ist.")},
    )
    scan = forms.FileField(
        label=_("Scan (PDF oder Bild)"),
        error_messages={"required": _("Bitte wählen Sie den Scan aus."), "empty": _("Die Datei ist leer.")},
    )

    def clean_received_on(self) -> datetime.date:
        """Not a day that is still to come."""
        day: datetime.date = self.cleaned_data["received_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Dieser Tag ist noch nicht da. Bitte prüfen Sie das Datum."))
        return day


class PaperForm(ScanForm):
    """The same for one thing that was asked for."""

    def received_at(self) -> datetime.datetime:
        """The moment that counts: now for today, else the middle of that day in Berlin."""
        day: datetime.date = self.cleaned_data["received_on"]
        now = timezone.now()
        if day == timezone.localdate(now):
            return now
        return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))


class PileForm(ScanForm):
    """The same for a whole pile with its cover sheets."""

    prefix = "stapel"


class CodeForm(forms.Form):
    """The code of a cover sheet, typed or scanned."""

    code = forms.CharField(
        label=_("Code auf dem Deckblatt"),
        help_text=_("Mit dem Scanner lesen oder abtippen. Die Striche können Sie weglassen."),
        max_length=40,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters", "autofocus": True}),
        error_messages={"required": _("Bitte lesen Sie den Code ein oder tippen Sie ihn ab.")},
    )
