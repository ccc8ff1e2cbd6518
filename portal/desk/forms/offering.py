"""Offering times: which ones are looked for, what goes with them."""

import datetime
from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from appointments.enums import Channel
from appointments.models import Service
from mailbox.domain.drafting import LONGEST_TEXT
from mailbox.domain.texts import open_placeholders
from mailbox.models import TextVersion
from portal.accounts.models import StaffMembership
from portal.desk.forms.postbox import text_label
from portal.desk.forms.representation import NOT_A_DAY
from portal.desk.forms.triage import DayInput

DAYS_TO_ANSWER: Final = 7  # suggested, a house rule


class SlotSearchForm(forms.Form):
    """Stands in the address: what is looked for says nothing about the person."""

    service = forms.ModelChoiceField(Service.objects.none(), label=_("Anliegen"), required=False, empty_label=None)
    channel = forms.TypedChoiceField(
        label=_("Weg"), choices=Channel.choices, coerce=Channel, required=False, empty_value=None
    )
    colleague = forms.ModelChoiceField(
        StaffMembership.objects.none(), label=_("mit"), required=False, empty_label=_("wer gerade Zeit hat")
    )
    whatever_room = forms.BooleanField(label=_("auch Räume, die nicht zu den Wünschen passen"), required=False)
    first_day = forms.DateField(label=_("ab"), required=False, widget=DayInput, error_messages=NOT_A_DAY)

    def __init__(
        self, *args: Any, services: QuerySet[Service], colleagues: QuerySet[StaffMembership], **kwargs: Any
    ) -> None:
        """``services`` and ``colleagues`` of the house."""
        super().__init__(*args, **kwargs)
        self.fields["service"].queryset = services  # type: ignore[attr-defined] # a ModelChoiceField
        self.fields["colleague"].queryset = colleagues  # type: ignore[attr-defined] # as above


class OfferForm(forms.Form):
    """Until when, and the words. The times are chosen beside it."""

    until = forms.DateField(
        label=_("Antwort bis (letzter Tag)"),
        help_text=_("So lange bleiben die Zeiten für die Person frei, höchstens bis zur ersten Zeit."),
        widget=DayInput,
        error_messages=NOT_A_DAY,
    )
    text = forms.ModelChoiceField(
        TextVersion.objects.none(), label=_("Textvorlage"), required=False, empty_label=_("bitte wählen")
    )
    words = forms.CharField(
        label=_("Text dazu"),
        help_text=_(
            "Bitte kurze Sätze und einfache Wörter. Die Zeiten und wie man antwortet stehen von selbst darunter."
        ),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea({"rows": 9}),
    )

    def __init__(self, *args: Any, texts: QuerySet[TextVersion], today: datetime.date, **kwargs: Any) -> None:
        """``texts``: which may be chosen. ``today``: no earlier day can be the last one."""
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["text"].queryset = texts  # type: ignore[attr-defined] # a ModelChoiceField
        self.fields["text"].label_from_instance = text_label  # type: ignore[attr-defined] # as above

    def clean_until(self) -> datetime.date:
        """Today or later."""
        day: datetime.date = self.cleaned_data["until"]
        if day < self.today:
            raise forms.ValidationError(_("Dieser Tag ist vorbei. Bitte wählen Sie einen späteren."), code="past")
        return day

    def clean_words(self) -> str:
        """No placeholder goes out unfilled."""
        words: str = self.cleaned_data["words"]
        left = open_placeholders(words)
        if left:
            raise forms.ValidationError(
                _("Bitte ersetzen Sie {%(words)s} durch Ihre Worte."), params={"words": left[0]}, code="placeholder"
            )
        return words


class AnswerWishForm(forms.Form):
    """Words in place of times."""

    answer = forms.CharField(
        label=_("Antwort in Worten"),
        help_text=_("Zum Beispiel: Dafür brauchen Sie keinen Termin. Die Person findet sie im Postfach."),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": _("Bitte schreiben Sie etwas.")},
    )


class CalledForm(forms.Form):
    """What came of a call, in short."""

    said = forms.CharField(
        label=_("Was besprochen wurde, in kurzen Worten (freiwillig)"),
        help_text=_("Steht auch in der Datenkopie, die die Person verlangen kann."),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )


class TakeBackForm(forms.Form):
    """Why an offer is taken back."""

    reason = forms.CharField(label=_("Grund, den die Person liest (freiwillig)"), required=False, max_length=500)
