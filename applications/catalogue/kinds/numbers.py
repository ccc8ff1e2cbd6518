"""Amounts in euro, numbers with a unit, dates."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.catalogue.fields import NumberField, show_number
from applications.catalogue.question import People, Question, Words
from portal.ui.formats import NBSP, format_date, format_euro
from portal.ui.forms import AmountField, DatePartsField

EXAMPLE = _("Zum Beispiel 27 3 1988")


class Amount(Question, frozen=True, eq=False):
    """An amount in euro, not negative, exact to the cent; in JSON a text such as "420.50"."""

    export_type: ClassVar[str] = "string"

    def field(self) -> forms.Field:
        """German notation."""
        return AmountField()

    def store(self, cleaned: Any) -> Any:
        """Two places."""
        return None if cleaned is None else f"{cleaned:.2f}"

    def read(self, stored: Any) -> Any:
        """Decimal."""
        return Decimal(stored)

    def show(self, stored: Any, people: People) -> str:  # noqa: ARG002 -- the same for all kinds
        """`420,50 Euro`."""
        return format_euro(Decimal(stored))


class Number(Question, frozen=True, eq=False):
    """A count (`places` 0: int) or a measure (Decimal; in JSON a text)."""

    unit: Words = ""
    places: int = 0
    largest: int = 99_999
    export_type: ClassVar[str] = "string"

    def field(self) -> forms.Field:
        """With the unit behind it."""
        return NumberField(places=self.places, largest=self.largest, unit=self.unit)

    def store(self, cleaned: Any) -> Any:
        """A plain text of digits, at most one dot, without superfluous zeros: equal numbers are equal texts."""
        return None if cleaned is None else f"{Decimal(cleaned).normalize():f}"

    def read(self, stored: Any) -> Any:
        """Decimal, or int without places."""
        return Decimal(stored) if self.places else int(stored)

    def show(self, stored: Any, people: People) -> str:  # noqa: ARG002 -- the same for all kinds
        """`68,5 m²`."""
        shown = show_number(Decimal(stored))
        return f"{shown}{NBSP}{self.unit}" if self.unit else shown


class Date(Question, frozen=True, eq=False):
    """A day; in JSON ISO 8601."""

    help: Words = EXAMPLE
    autocomplete: str = ""
    export_type: ClassVar[str] = "string"

    def field(self) -> forms.Field:
        """Three inputs."""
        return DatePartsField(autocomplete=self.autocomplete)

    def store(self, cleaned: Any) -> Any:
        """`2026-11-22`."""
        return None if cleaned is None else cleaned.isoformat()

    def read(self, stored: Any) -> Any:
        """The date."""
        return date.fromisoformat(stored)

    def show(self, stored: Any, people: People) -> str:  # noqa: ARG002 -- the same for all kinds
        """`22. November 2026`."""
        return format_date(date.fromisoformat(stored))
