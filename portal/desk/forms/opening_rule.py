"""When somebody has time, week by week."""

import datetime
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from appointments.models import OpeningRule, Room, Service
from portal.accounts.enums import Weekday
from portal.accounts.models import Office, StaffMembership
from portal.cases.enums import Language
from portal.desk.forms.offering_setup import time_field, ways_field
from portal.desk.forms.triage import DayInput
from portal.ui.formats import format_clock

if TYPE_CHECKING:
    RuleBase = forms.ModelForm[OpeningRule]
else:
    RuleBase = forms.ModelForm

# German needs no entry, and what "another language" is nobody could look for.
SPOKEN: Final = [
    choice for choice in Language.choices if choice[0] not in {Language.GERMAN, Language.EASY, Language.OTHER}
]


class RuleForm(RuleBase):
    """When somebody has time, week by week."""

    weekdays = forms.TypedMultipleChoiceField(
        label=_("Wochentage"),
        choices=Weekday.choices,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Bitte wählen Sie mindestens einen Wochentag.")},
    )
    starts = time_field(_("von"))
    ends = time_field(_("bis"))
    channels = ways_field()
    languages = forms.MultipleChoiceField(
        label=_("Sprachen"),
        help_text=_("Was Sie ohne Dolmetschen sprechen, außer Deutsch. Danach können Menschen suchen."),
        choices=SPOKEN,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    services = forms.ModelMultipleChoiceField(
        Service.objects.none(),
        label=_("Anliegen"),
        help_text=_("Nichts gewählt: alle, die das Team macht."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = OpeningRule
        fields = (
            "membership",
            "weekdays",
            "starts",
            "ends",
            "every_weeks",
            "first_day",
            "last_day",
            "channels",
            "services",
            "languages",
            "office",
            "room",
        )
        labels = {"membership": _("Wer"), "every_weeks": _("alle … Wochen")}
        help_texts = {
            "every_weeks": _("1 ist jede Woche, 2 jede zweite, gezählt ab der Woche von „gilt ab“."),
            "last_day": _("Leer: bis auf Weiteres."),
            "office": _("Leer: der Standort des Raums oder des Teams."),
            "room": _("Leer: am eigenen Schreibtisch. Nur bei Räumen weiß das Portal, ob es Stufen gibt."),
        }
        widgets = {"first_day": DayInput(), "last_day": DayInput()}

    def __init__(
        self,
        *args: Any,
        who: QuerySet[StaffMembership],
        services: QuerySet[Service],
        rooms: QuerySet[Room],
        offices: QuerySet[Office],
        **kwargs: Any,
    ) -> None:
        """``who``: whose hours one may change; the others are those of the house."""
        super().__init__(*args, **kwargs)
        for name, choices in (("membership", who), ("services", services), ("room", rooms), ("office", offices)):
            self.fields[name].queryset = choices  # type: ignore[attr-defined] # a ModelChoiceField
        self.fields["membership"].empty_label = None  # type: ignore[attr-defined] # as above

    def clean(self) -> dict[str, Any]:
        """It ends after it begins, on the same day and in days, and is not there already."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("starts") and data.get("ends") and data["ends"] <= data["starts"]:
            self.add_error("ends", _("Das Ende liegt nicht nach dem Anfang. Bitte prüfen Sie beide Uhrzeiten."))
        if data.get("first_day") and data.get("last_day") and data["last_day"] < data["first_day"]:
            self.add_error("last_day", _("Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie beide."))
        if not self.errors and (other := self._same_time(data)) is not None:
            words = _("Von %(starts)s bis %(ends)s Uhr gibt es an diesen Tagen schon eine Sprechzeit.")
            self.add_error(
                "starts",
                forms.ValidationError(
                    words, params={"starts": format_clock(other.starts), "ends": format_clock(other.ends)}
                ),
            )
        return data

    def _same_time(self, data: dict[str, Any]) -> OpeningRule | None:
        """Another rule of the person with hours in common. Those of every other week may lie over each other."""
        others = OpeningRule.objects.filter(
            membership=data["membership"],
            weekdays__overlap=data["weekdays"],
            starts__lt=data["ends"],
            ends__gt=data["starts"],
            every_weeks=1,
        ).exclude(pk=self.instance.pk)
        if data["every_weeks"] != 1:
            return None
        last = data.get("last_day") or datetime.date.max
        return next(
            (
                each
                for each in others
                if each.first_day <= last and (each.last_day is None or each.last_day >= data["first_day"])
            ),
            None,
        )
