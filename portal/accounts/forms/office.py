"""Address and opening hours of a building, as people write them."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.accounts.enums import Weekday
from portal.accounts.models import Office

if TYPE_CHECKING:
    ModelForm = forms.ModelForm[Office]
else:
    ModelForm = forms.ModelForm

_SPAN = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?:-|–|bis)(\d{1,2})(?:[:.](\d{2}))?")
_BETWEEN = re.compile(r",|;|und")
_MIDNIGHT = 24 * 60
_WRONG = _("Bitte schreiben Sie die Zeiten so: 8:00–12:30, 14:00–16:00. Leer heißt geschlossen.")


class HoursField(forms.CharField):
    """The hours of one day: cleans "8–12:30, 14:00–16:00" to ``[("08:00", "12:30"), ("14:00", "16:00")]``."""

    def to_python(self, value: Any) -> Any:
        """Return the spans in the order of the day. Raises ValidationError for other texts and for overlaps."""
        text = "".join(str(value or "").replace("Uhr", "").split())
        spans = sorted(_span(part) for part in _BETWEEN.split(text) if part)
        if any(before[1] > after[0] for before, after in pairwise(spans)):
            raise ValidationError(_WRONG)
        return spans

    def prepare_value(self, value: Any) -> Any:
        """Return the text for stored spans; what was typed stays as it was typed."""
        return ", ".join(f"{opens}–{closes}" for opens, closes in value) if isinstance(value, list) else value


def _hours_on(day: Weekday) -> HoursField:
    help_text = _("Zum Beispiel 8:00–12:30, 14:00–16:00. Leer: geschlossen.")
    return HoursField(label=day.label, required=False, help_text=help_text)


class OfficeForm(ModelForm):
    """A building with one line of hours for each day of the week."""

    hours_0 = _hours_on(Weekday.MONDAY)
    hours_1 = _hours_on(Weekday.TUESDAY)
    hours_2 = _hours_on(Weekday.WEDNESDAY)
    hours_3 = _hours_on(Weekday.THURSDAY)
    hours_4 = _hours_on(Weekday.FRIDAY)
    hours_5 = _hours_on(Weekday.SATURDAY)
    hours_6 = _hours_on(Weekday.SUNDAY)

    class Meta:
        model = Office
        fields = (
            "jobcenter",
            "name",
            "street",
            "postcode",
            "city",
            "phone",
            "is_default",
            "note",
            "is_step_free",
            "has_lift",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Show the stored hours."""
        super().__init__(*args, **kwargs)
        for day in Weekday:
            here = [entry for entry in self.instance.opening_hours if entry["weekday"] == day.value]
            self.fields[f"hours_{day.value}"].initial = [(entry["opens"], entry["closes"]) for entry in here]

    def clean(self) -> dict[str, Any]:
        """Put the days together, as ``Office.opening_hours`` keeps them."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        self.instance.opening_hours = [
            {"weekday": day.value, "opens": opens, "closes": closes}
            for day in Weekday
            for opens, closes in cleaned.get(f"hours_{day.value}") or ()
        ]
        return cleaned


def _span(text: str) -> tuple[str, str]:
    found = _SPAN.fullmatch(text)
    if found is None:
        raise ValidationError(_WRONG)
    opens, closes = (int(found[hour]) * 60 + int(found[hour + 1] or 0) for hour in (1, 3))
    if not opens < closes <= _MIDNIGHT or any(int(found[minute] or 0) >= 60 for minute in (2, 4)):  # noqa: PLR2004 -- minutes
        raise ValidationError(_WRONG)
    return _clock(opens), _clock(closes)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
