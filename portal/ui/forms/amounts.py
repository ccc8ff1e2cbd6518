"""Amounts of money as people write them: ``420,50``, ``1.234,50 €``, ``1,234.50``, ``1'234.50``, ``٤٢٠``."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EMPTY_VALUES
from django.utils.translation import gettext_lazy as _

from portal.ui.formats import format_amount
from portal.ui.forms.digits import latin_digits

MAX_AMOUNT: Final = Decimal("99999999.99")
_UNIT: Final = re.compile(r"(€|euro|eur)\.?$", re.IGNORECASE)
_PATTERNS: Final = (
    re.compile(r"(?P<whole>\d{1,3}(?:\.\d{3})+)(?:,(?P<cents>\d{1,2}|-{1,2}))?"),  # 1.234 and 1.234,50
    re.compile(r"(?P<whole>\d+)(?:,(?P<cents>\d{1,2}|-{1,2}))?"),  # 420 and 420,5 and 420,-
    re.compile(r"(?P<whole>\d+)\.(?P<cents>\d{1,2})"),  # 420.50
    re.compile(r"(?P<whole>\d{1,3}(?:,\d{3})+)\.(?P<cents>\d{1,2})"),  # 1,234.50
    re.compile(r"(?P<whole>\d{1,3}(?:'\d{3})+)(?:[.,](?P<cents>\d{1,2}|-{1,2}))?"),  # 1'234 and 1'234.50
)


def parse_amount(text: str) -> Decimal:
    """Return the amount in euro for a German, English or Swiss text; raises ValueError for one that is none.

    Digits may be those of any script. A dot before exactly three digits separates thousands (``1.234`` is 1234 euro);
    before one or two it separates cents. A comma separates thousands only where a dot with cents follows: ``1,234``
    alone can be read in two ways and is refused. A minus sign is allowed in front.
    """
    compact = _UNIT.sub("", "".join(latin_digits(text).split()))
    compact = compact.replace("−", "-").replace("’", "'").removeprefix("+")
    sign = -1 if compact.startswith("-") else 1
    compact = compact.removeprefix("-")
    if not compact.isascii() or len(compact) > len("999.999.999,99"):
        raise ValueError("Not an amount.")
    for pattern in _PATTERNS:
        if match := pattern.fullmatch(compact):
            whole = re.sub(r"\D", "", match["whole"])
            cents = (match["cents"] or "").strip("-")
            return sign * Decimal(f"{whole}.{cents or 0}").quantize(Decimal("0.01"))
    raise ValueError("Not an amount.")


class AmountInput(forms.TextInput):
    """A text input with its unit; ``type="number"`` would change its value on scrolling and refuse a comma."""

    unit = _("Euro")

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        """Take extra attributes."""
        super().__init__({"inputmode": "decimal", "autocomplete": "off", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        """Return a decimal in German notation, a typed text as it was typed."""
        if isinstance(value, Decimal):
            return format_amount(value)
        return None if value in EMPTY_VALUES else str(value)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the unit."""
        context = super().get_context(name, value, attrs)
        context["widget"]["unit"] = self.unit
        return context


class AmountField(forms.Field):
    """Cleans to a ``Decimal`` with two places (euro) or None. ``min_value`` is 0 unless said otherwise."""

    widget: type[AmountInput] | AmountInput = AmountInput
    default_error_messages = {
        "required": _("Bitte füllen Sie „{label}“ aus. Wenn es nichts ist, schreiben Sie 0."),
        "invalid": _("Bitte geben Sie „{label}“ als Betrag ein, zum Beispiel 420,50."),
        "too_small": _("„{label}“ darf nicht kleiner als {limit} Euro sein."),
        "too_large": _("„{label}“ darf nicht größer als {limit} Euro sein. Bitte prüfen Sie das Komma."),
    }

    def __init__(
        self, *, min_value: Decimal | None = Decimal(0), max_value: Decimal = MAX_AMOUNT, **kwargs: Any
    ) -> None:
        """Take the usual arguments of a form field and the limits in euro."""
        super().__init__(**kwargs)
        self.min_value = min_value
        self.max_value = max_value

    def to_python(self, value: Any) -> Decimal | None:
        """Return the amount."""
        if isinstance(value, Decimal) or value in EMPTY_VALUES or not str(value).strip():
            return value if isinstance(value, Decimal) else None
        try:
            return parse_amount(str(value))
        except ValueError as error:
            raise self._error("invalid") from error

    def validate(self, value: Decimal | None) -> None:
        """Check required and the limits."""
        super().validate(value)
        if value is None:
            return
        if self.min_value is not None and value < self.min_value:
            raise self._error("too_small", self.min_value)
        if value > self.max_value:
            raise self._error("too_large", self.max_value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare as amounts, so that 420,5 and 420,50 are the same."""
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True

    def _error(self, code: str, limit: Decimal | None = None) -> ValidationError:
        """Return the error for ``code`` with label and limit filled in."""
        shown = "" if limit is None else format_amount(limit)
        message = str(self.error_messages[code]).replace("{label}", str(self.label or "")).replace("{limit}", shown)
        return ValidationError(message, code=code)
