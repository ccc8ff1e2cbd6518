"""Texts with a fixed build: IBAN, tax id, pension number, postcode, phone, e-mail."""

from typing import Any, ClassVar

from django import forms

from applications.catalogue import fields
from applications.catalogue.question import People, Question


class _Code(Question, frozen=True, eq=False):
    """Stored compact, shown in groups."""

    export_type: ClassVar[str] = "string"
    made: ClassVar[type[forms.CharField]]
    attrs: ClassVar[dict[str, str]] = {"autocomplete": "off"}

    def field(self) -> forms.Field:
        """One line."""
        return self.made(widget=forms.TextInput({"spellcheck": "false", **self.attrs}))

    def store(self, cleaned: Any) -> Any:
        """The compact text."""
        return cleaned or None

    def read(self, stored: Any) -> Any:
        """The compact text."""
        return str(stored)

    def initial(self, stored: Any) -> Any:
        """As it is shown."""
        return self.show(stored, {})

    def show(self, stored: Any, people: People) -> str:  # noqa: ARG002 -- the same for all kinds
        """The text."""
        return str(stored)


class Iban(_Code, frozen=True, eq=False):
    """An IBAN."""

    made = fields.IbanField

    def show(self, stored: Any, people: People) -> str:  # noqa: ARG002 -- the same for all kinds
        """In groups of four."""
        return " ".join(stored[start : start + 4] for start in range(0, len(stored), 4))


class TaxId(_Code, frozen=True, eq=False):
    """A tax id (§ 139b AO)."""

    made = fields.TaxIdField
    attrs: ClassVar[dict[str, str]] = {"autocomplete": "off", "inputmode": "numeric"}

    def show(self, stored: Any, people: People) -> str:  # noqa: ARG002 -- the same for all kinds
        """As on letters of the tax office: 2, 3, 3, 3 digits."""
        return f"{stored[:2]} {stored[2:5]} {stored[5:8]} {stored[8:]}"


class PensionNumber(_Code, frozen=True, eq=False):
    """A pension insurance number."""

    made = fields.PensionNumberField

    def show(self, stored: Any, people: People) -> str:  # noqa: ARG002 -- the same for all kinds
        """`65 170839 J 003`."""
        return f"{stored[:2]} {stored[2:8]} {stored[8]} {stored[9:]}"


class Postcode(_Code, frozen=True, eq=False):
    """A German postcode."""

    made = fields.PostcodeField
    attrs: ClassVar[dict[str, str]] = {"autocomplete": "postal-code", "inputmode": "numeric"}


class Phone(_Code, frozen=True, eq=False):
    """A phone number, stored as E.164."""

    made = fields.PhoneField
    attrs: ClassVar[dict[str, str]] = {"autocomplete": "tel", "inputmode": "tel"}

    def show(self, stored: Any, people: People) -> str:  # noqa: ARG002 -- the same for all kinds
        """German numbers as dialled here, others with their country code."""
        import phonenumbers  # noqa: PLC0415 -- as in `PhoneField`

        number = phonenumbers.parse(stored)
        german = number.country_code == phonenumbers.country_code_for_region("DE")
        local = german and phonenumbers.is_valid_number(number)  # else the 0 in front would be left out
        style = phonenumbers.PhoneNumberFormat.NATIONAL if local else phonenumbers.PhoneNumberFormat.INTERNATIONAL
        return phonenumbers.format_number(number, style)


class Email(_Code, frozen=True, eq=False):
    """An e-mail address."""

    made = forms.EmailField
    attrs: ClassVar[dict[str, str]] = {"autocomplete": "email", "inputmode": "email", "autocapitalize": "none"}
