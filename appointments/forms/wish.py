"""A wish for an appointment. Whoever leaves everything empty wishes for any appointment at all: that is a wish."""

import datetime
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from appointments.domain.wish_content import Wanted
from appointments.enums import Channel, DayPart, WishKind
from appointments.forms.for_whom import ForWhomForm
from appointments.forms.needs import LONGEST_PHONE, LONGEST_TOPIC, LONGEST_WORDS, NeedsFields
from appointments.models import Service
from portal.accounts.enums import Weekday
from portal.ui.forms import DatePartsField, FixedMultipleChoiceField

WORKDAYS = [choice for choice in Weekday.choices if choice[0] < Weekday.SATURDAY]
ANYTHING = "other"


class WishForm(ForWhomForm, NeedsFields):
    """About what, on which ways, when, and what is needed."""

    service = forms.ChoiceField(label=_("Worum geht es?"), required=False, widget=forms.RadioSelect)
    topic = forms.CharField(
        label=_("Was möchten Sie besprechen?"),
        help_text=_("Ein paar Worte reichen. Dann bereiten wir uns vor."),
        required=False,
        max_length=LONGEST_TOPIC,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )
    channels = FixedMultipleChoiceField(
        label=_("Wie möchten Sie sprechen?"),
        help_text=_("Sie können mehreres ankreuzen."),
        choices=Channel.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    days = forms.TypedMultipleChoiceField(
        label=_("An welchen Tagen können Sie?"),
        help_text=_("Nichts angekreuzt heißt: an jedem Tag."),
        choices=WORKDAYS,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    parts = FixedMultipleChoiceField(
        label=_("Zu welcher Tageszeit?"),
        choices=DayPart.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    not_before = DatePartsField(label=_("Nicht vor dem"), required=False)
    times_words = forms.CharField(
        label=_("Noch etwas zu den Zeiten"),
        help_text=_("Zum Beispiel: Ich hole um 12 Uhr mein Kind ab."),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    phone = forms.CharField(
        label=_("Ihre Telefonnummer"),
        help_text=_("Für ein Gespräch am Telefon, oder damit wir Sie zum Termin anrufen können."),
        required=False,
        max_length=LONGEST_PHONE,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    is_confidential = forms.BooleanField(
        label=_("Bitte keine Benachrichtigungen zu diesem Termin"),
        help_text=_("Dann bekommen Sie dazu keine E-Mail. Antworten finden Sie nur hier im Portal."),
        required=False,
    )
    field_order = (
        "person",
        "service",
        "topic",
        "channels",
        "days",
        "parts",
        "not_before",
        "times_words",
        "phone",
        "needs",
        "language",
        "needs_words",
        "is_confidential",
    )

    def __init__(
        self, *args: Any, services: QuerySet[Service], today: datetime.date, has_video: bool, **kwargs: Any
    ) -> None:
        """``services``: what can be asked for at the person's office, ``has_video``: whether it has a service for that.
        ``today``: no wish is for the past.
        """
        super().__init__(*args, **kwargs)
        if not has_video:
            self.fields["channels"].choices = [each for each in Channel.choices if each[0] != Channel.VIDEO]  # type: ignore[attr-defined] # a ChoiceField
        self._services = {str(service.pk): service for service in services}
        choices = [(key, service.name) for key, service in self._services.items()]
        self.fields["service"].choices = [*choices, (ANYTHING, _("etwas anderes"))]  # type: ignore[attr-defined] # a ChoiceField
        self.fields["not_before"].min_date = today  # type: ignore[attr-defined] # a DatePartsField
        if not choices:
            del self.fields["service"]

    def wanted(self) -> Wanted:
        """The wish as it was typed; after validation."""
        data = self.cleaned_data
        not_before = data["not_before"]
        times = {
            "days": data["days"],
            "parts": data["parts"],
            "not_before": not_before.isoformat() if not_before else None,
            "words": data["times_words"],
        }
        return Wanted(
            kind=WishKind.APPOINTMENT,
            service=self._services.get(data.get("service", "")),
            channels=tuple(data["channels"]),
            topic=data["topic"],
            times=times,
            needs=self.wanted_needs(),
            phone=data["phone"],
            is_confidential=data["is_confidential"],
        )
