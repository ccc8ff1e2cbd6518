"""A time at which somebody has more or less time than usual."""

import datetime
from typing import Any, cast

from django import forms
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from appointments.enums import ExceptionKind
from appointments.models import CalendarException, OpeningRule
from appointments.selectors.timetable import BERLIN, ONE_DAY, moment_of
from portal.accounts.models import StaffMembership
from portal.desk.forms.offering_setup import TimeInput
from portal.desk.forms.triage import DayInput


class RuleChoice(forms.ModelChoiceField):  # type: ignore[type-arg] # generic for the type checker only
    """An opening rule by whose it is and when."""

    def label_from_instance(self, obj: OpeningRule) -> str:
        """Return for example "Frau Ahrens, 9:00–12:00"."""
        return f"{obj.membership.display_name}, {obj.starts:%-H:%M}–{obj.ends:%-H:%M}"


class ExceptionForm(forms.Form):
    """On one day. Without hours the whole day has no appointments."""

    membership = forms.ModelChoiceField(StaffMembership.objects.none(), label=_("Wer"), empty_label=None)
    kind = forms.TypedChoiceField(label=_("Was ist anders"), choices=ExceptionKind.choices, coerce=ExceptionKind)
    day = forms.DateField(
        label=_("Tag"),
        widget=DayInput,
        error_messages={"required": _("Bitte geben Sie den Tag an."), "invalid": _("Dieses Datum gibt es nicht.")},
    )
    starts = forms.TimeField(
        label=_("von"), required=False, widget=TimeInput, help_text=_("Leer: den ganzen Tag keine Termine.")
    )
    ends = forms.TimeField(label=_("bis"), required=False, widget=TimeInput)
    like = RuleChoice(
        OpeningRule.objects.none(),
        label=_("Zusätzliche Zeit wie"),
        help_text=_("Wege, Sprachen und Raum gelten dann wie in dieser Sprechzeit."),
        required=False,
        empty_label=_("nur bei zusätzlicher Zeit"),
    )
    note = forms.CharField(
        label=_("Vermerk"),
        help_text=_("Für Kolleginnen und Kollegen, ohne Gründe aus der Gesundheit. Zum Beispiel: Teamsitzung."),
        max_length=120,
        required=False,
    )

    def __init__(self, *args: Any, who: QuerySet[StaffMembership], rules: QuerySet[OpeningRule], **kwargs: Any) -> None:
        """``who``: for whom one may enter it; ``rules``: what an additional time can be like."""
        super().__init__(*args, **kwargs)
        self.fields["membership"].queryset = who  # type: ignore[attr-defined] # a ModelChoiceField
        self.fields["like"].queryset = rules  # type: ignore[attr-defined] # as above

    def clean(self) -> dict[str, Any]:
        """Both hours or none, in order, hours that exist, and something that an additional time is like."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        starts, ends = data.get("starts"), data.get("ends")
        if (starts is None) != (ends is None) and not {"starts", "ends"} & set(self.errors):
            self.add_error("ends" if starts else "starts", _("Bitte geben Sie beide Uhrzeiten an oder keine."))
        elif starts and ends and ends <= starts:
            self.add_error("ends", _("Das Ende liegt nicht nach dem Anfang. Bitte prüfen Sie beide Uhrzeiten."))
        if data.get("kind") == ExceptionKind.OPEN:
            self._check_additional(data)
        else:
            data["like"] = None
        if data.get("day") and starts:
            self._check_clocks(data["day"], starts, "starts")
        if data.get("day") and ends:
            self._check_clocks(data["day"], ends, "ends")
        return data

    def exception(self) -> CalendarException:
        """The exception that was entered, not stored yet."""
        data = self.cleaned_data
        day = data["day"]
        begins = moment_of(datetime.datetime.combine(day, data["starts"] or datetime.time()))
        ends = moment_of(
            datetime.datetime.combine(day, data["ends"])
            if data["ends"]
            else datetime.datetime.combine(day + ONE_DAY, datetime.time())
        )
        return CalendarException(
            membership=data["membership"],
            kind=data["kind"],
            period=DateTimeTZRange(begins, ends),
            like=data["like"],
            note=data["note"],
        )

    def _check_additional(self, data: dict[str, Any]) -> None:
        if not data.get("starts") and "starts" not in self.errors:
            self.add_error("starts", _("Bitte geben Sie an, von wann bis wann zusätzlich Zeit ist."))
        like, membership = data.get("like"), data.get("membership")
        if like is None and "like" not in self.errors:
            self.add_error("like", _("Bitte wählen Sie, wie die zusätzliche Zeit ist."))
        elif like is not None and membership and like.membership_id != membership.pk:
            self.add_error("like", _("Bitte wählen Sie eine Sprechzeit derselben Person."))

    def _check_clocks(self, day: datetime.date, time: datetime.time, name: str) -> None:
        if moment_of(datetime.datetime.combine(day, time)) is None:
            words = _("Diese Uhrzeit gibt es an dem Tag nicht: Die Uhren werden vorgestellt.")
            self.add_error(name, words)


def day_of(exception: CalendarException) -> tuple[datetime.datetime, datetime.datetime]:
    """Beginning and end in local time, to be shown. They are always there: the form enters nothing without end."""
    begins, ends = exception.period.lower, exception.period.upper
    return cast("datetime.datetime", begins).astimezone(BERLIN), cast("datetime.datetime", ends).astimezone(BERLIN)
