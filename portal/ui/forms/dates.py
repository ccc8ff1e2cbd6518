"""A date as three plain inputs (day, month, year): no calendar to fight with, no format to guess.

Whoever types or pastes a whole date into the first input is understood, too.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EMPTY_VALUES
from django.utils.translation import gettext_lazy as _

from portal.ui.forms.digits import latin_digits

if TYPE_CHECKING:
    from collections.abc import Sequence

_MONTHS: Final = (
    ("januar", "jan", "jänner"),
    ("februar", "feb"),
    ("märz", "mär", "maerz", "mrz"),
    ("april", "apr"),
    ("mai",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("august", "aug"),
    ("september", "sep", "sept"),
    ("oktober", "okt"),
    ("november", "nov"),
    ("dezember", "dez"),
)
_MONTH_NUMBERS: Final = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
_EARLIEST_YEAR: Final = 1900
_LATEST_YEAR: Final = 2199
_YEAR_DIGITS: Final = 4
_WHOLE: Final = re.compile(r"(?P<day>\d{1,2})(?:\s*[./-]\s*|\s+)(?P<month>\w+)(?:\.?\s*[./-]\s*|\.?\s+)(?P<year>\d+)")
_ISO: Final = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")
_DIGITS: Final = re.compile(r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4})")


class DateParts(forms.MultiWidget):
    """Day, month and year in a fieldset. ``autocomplete="bday"`` lets the browser fill in the person's own birthday."""

    PARTS = ("day", "month", "year")
    LABELS = (_("Tag"), _("Monat"), _("Jahr"))
    WIDTHS = (2, 2, 4)
    template_name = "kern/date_parts"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None, *, autocomplete: str = "") -> None:
        """Take extra attributes for all three inputs."""
        inputs = []
        for part in self.PARTS:
            own = {"inputmode": "numeric", "autocomplete": f"{autocomplete}-{part}" if autocomplete else "off"}
            inputs.append(forms.TextInput(attrs=own))
        super().__init__(inputs, attrs)

    def decompress(self, value: Any) -> list[Any]:
        """Return the three texts for a date or an ISO text; anything else starts empty."""
        if isinstance(value, str):
            try:
                value = dt.date.fromisoformat(value)
            except ValueError:
                return ["", "", ""]
        return [value.day, value.month, value.year] if isinstance(value, dt.date) else ["", "", ""]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add label and width of each part; the bound field names the faulty parts (``faulty_parts`` in ``attrs``)."""
        attrs = dict(attrs or {})
        faulty = attrs.pop("faulty_parts", ())
        attrs.pop("aria-invalid", None)
        context = super().get_context(name, value, attrs)
        for index, part in enumerate(context["widget"]["subwidgets"]):
            part["label"] = self.LABELS[index]
            css = f"kern-form-input__input kern-form-input__input--width-{self.WIDTHS[index]}"
            if index in faulty:
                css += " kern-form-input__input--error"
                part["attrs"]["aria-invalid"] = "true"
            part["attrs"]["class"] = css
        return context


class DatePartsField(forms.Field):
    """Cleans to ``datetime.date`` or None. Accepts month names; the error says which part is wrong and leads there.

    A whole date in the first input counts when the others are empty: ``27.03.1988``, ``27. März 1988``, ``1988-03-27``,
    ``27/3/1988``, ``27031988``; day before month, as everybody writes it here.

    The codes ``day``, ``month`` and ``year`` of the errors name the part. ``min_date`` and ``max_date`` are inclusive.
    """

    widget: type[DateParts] | DateParts = DateParts
    default_error_messages = {
        "required": _("Bitte füllen Sie „{label}“ aus."),
        "day": _("„{label}“: Bitte geben Sie den Tag als Zahl von 1 bis 31 ein."),
        "month": _("„{label}“: Bitte geben Sie den Monat als Zahl von 1 bis 12 ein."),
        "year": _("„{label}“: Bitte geben Sie das Jahr mit vier Ziffern ein, zum Beispiel 1988."),
        "no_such_day": _("„{label}“: Diesen Tag gibt es nicht im Kalender. Bitte prüfen Sie Tag und Monat."),
        "too_early": _("„{label}“: Das Datum darf nicht vor dem {limit} liegen."),
        "too_late": _("„{label}“: Das Datum darf nicht nach dem {limit} liegen."),
    }

    def __init__(
        self,
        *,
        autocomplete: str = "",
        min_date: dt.date | None = None,
        max_date: dt.date | None = None,
        **kwargs: Any,
    ) -> None:
        """Take the usual arguments of a form field and the limits."""
        kwargs.setdefault("widget", DateParts(autocomplete=autocomplete))
        super().__init__(**kwargs)
        self.min_date = min_date
        self.max_date = max_date

    def to_python(self, value: Any) -> dt.date | None:
        """Return the date for three texts; None when all are empty."""
        if isinstance(value, dt.date):
            return value
        if not isinstance(value, (list, tuple)) or all(part in EMPTY_VALUES for part in value):
            return None
        day, month, year = self._numbers(
            [text.rstrip(".") for text in _parts([latin_digits(str(part or "")) for part in value])]
        )
        try:
            return dt.date(year, month, day)
        except ValueError as error:
            raise self._error("no_such_day") from error

    def validate(self, value: dt.date | None) -> None:
        """Check required and the limits."""
        super().validate(value)
        if value is None:
            return
        if self.min_date and value < self.min_date:
            raise self._error("too_early", self.min_date)
        if self.max_date and value > self.max_date:
            raise self._error("too_late", self.max_date)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare as dates, so that 03 and 3 are the same month."""
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True

    def _numbers(self, texts: Sequence[str]) -> tuple[int, int, int]:
        """Return day, month, year as numbers or raise one error per faulty part."""
        day_text, month_text, year_text = texts
        day = _number(day_text, 1, 31)
        month = _number(month_text, 1, 12) or _MONTH_NUMBERS.get(month_text.lower(), 0)
        year = _number(year_text, _EARLIEST_YEAR, _LATEST_YEAR) if len(year_text) == _YEAR_DIGITS else 0
        faulty = [code for code, number in (("day", day), ("month", month), ("year", year)) if not number]
        if faulty:
            raise ValidationError([self._error(code) for code in faulty])
        return day, month, year

    def _error(self, code: str, limit: dt.date | None = None) -> ValidationError:
        """Return the error for ``code`` with label and limit filled in."""
        shown = f"{limit:%d.%m.%Y}" if limit else ""
        message = str(self.error_messages[code]).replace("{label}", str(self.label or "")).replace("{limit}", shown)
        return ValidationError(message, code=code)


def _parts(texts: Sequence[str]) -> Sequence[str]:
    """Return day, month and year as typed; a whole date in the first input is taken apart."""
    first, *others = (text.strip() for text in texts)
    if not any(others):
        for pattern in (_ISO, _WHOLE, _DIGITS):
            if match := pattern.fullmatch(first):
                return match["day"], match["month"], match["year"]
    return first, *others


def _number(text: str, lowest: int, highest: int) -> int:
    """Return the number in a short text of ASCII digits, or 0 when it is none or out of bounds."""
    if not (text.isascii() and text.isdigit() and len(text) <= _YEAR_DIGITS):
        return 0
    number = int(text)
    return number if lowest <= number <= highest else 0
