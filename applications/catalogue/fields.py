"""Form fields the portal's kit does not have: texts, numbers with a comma, IBAN, phone, tax id, pension number, postcode."""

import re
import unicodedata
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from portal.ui.forms import AmountInput, latin_digits

_GERMAN_IBAN = re.compile(r"DE\d{20}")
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_PENSION_NUMBER = re.compile(r"\d{8}[A-Z]\d{3}")
_PENSION_WEIGHTS = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)


class WordsField(forms.CharField):
    """Cleans to a text in composed letters (NFC) with plain line ends, as DIN 91379 and the length limit count them.

    No browser is told the limit: it would cut off what is pasted without a word. Too long a text stays and is explained.
    """

    def to_python(self, value: Any) -> str:
        """Return the text."""
        text = super().to_python(value)
        return unicodedata.normalize("NFC", str(text or "").replace("\r\n", "\n").replace("\r", "\n"))

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Return Django's attributes without the limit."""
        return {key: value for key, value in super().widget_attrs(widget).items() if key != "maxlength"}


class UnitInput(AmountInput):
    """A number with its unit behind it."""

    def __init__(self, unit: Any = "", attrs: dict[str, Any] | None = None) -> None:
        """Take the unit, e.g. "m²"."""
        super().__init__(attrs)
        self.unit = unit

    def format_value(self, value: Any) -> str | None:
        """Return a number in German notation, a typed text as it was typed."""
        return show_number(value) if isinstance(value, Decimal | int) else super().format_value(value)


def show_number(value: Decimal | int) -> str:
    """Return `68,5`: comma, no superfluous zeros, no exponent."""
    text = f"{Decimal(value):f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",") or "0"


class NumberField(forms.Field):
    """Cleans to a non-negative Decimal (`places` > 0) or int (`places` = 0), typed with a comma or a dot.

    As with amounts a dot before exactly three digits separates thousands: 12.000 km are not 12.
    """

    default_error_messages = {
        "invalid": _("Bitte geben Sie „{label}“ als Zahl ein, zum Beispiel {example}."),
        "too_large": _("„{label}“ ist sehr groß. Bitte prüfen Sie das Komma."),
    }

    def __init__(self, *, places: int, largest: int, unit: Any = "", **kwargs: Any) -> None:
        """Take the number of decimal places, the largest number that can be meant, and the unit."""
        super().__init__(widget=UnitInput(unit, {"inputmode": "decimal" if places else "numeric"}), **kwargs)
        self.places = places
        self.largest = largest

    def to_python(self, value: Any) -> Decimal | int | None:
        """Return the number."""
        text = "".join(latin_digits(str(value)).split()) if value is not None else ""
        if not text:
            return None
        text = text.replace("’", "'")
        if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?", text):
            text = text.replace(".", "")
        if re.fullmatch(r"[0-9]{1,3}('[0-9]{3})+([.,][0-9]+)?", text):
            text = text.replace("'", "")
        if not re.fullmatch(r"[0-9]+([.,][0-9]+)?", text):
            raise self._error("invalid")
        number = Decimal(text.replace(",", "."))
        if number > self.largest:  # first, for only numbers of up to 28 digits can be rounded
            raise self._error("too_large")
        if number != round(number, self.places):
            raise self._error("invalid")
        return number if self.places else int(number)

    def _error(self, code: str) -> ValidationError:
        """The error with label and an example filled in."""
        text = str(self.error_messages[code]).replace("{example}", "12,5" if self.places else "3")
        return ValidationError(text.replace("{label}", str(self.label or "")), code=code)


class _CodeField(forms.CharField):
    """A text with a fixed build: cleans to its compact form or raises `invalid`."""

    default_error_messages = {"invalid": _("Bitte prüfen Sie „{label}“: Diese Eingabe können wir nicht lesen.")}

    def to_python(self, value: Any) -> str:
        """Return the compact text, "" for nothing."""
        text = super().to_python(value)
        return self.compact(latin_digits(text)) if text else ""

    def compact(self, text: str) -> str:
        """The compact form. Raises ValidationError."""
        raise NotImplementedError

    def _invalid(self, code: str = "invalid") -> ValidationError:
        return ValidationError(self.error_messages[code], code=code)


class IbanField(_CodeField):
    """Cleans to an IBAN without spaces (ISO 13616, check digits included). The bank is not looked up."""

    default_error_messages = {
        "invalid": _("Bitte prüfen Sie „{label}“. Eine deutsche IBAN beginnt mit DE und hat danach 20 Ziffern."),
        "checksum": _(
            "Bitte prüfen Sie „{label}“: Die Prüfziffer passt nicht. Vielleicht sind zwei Ziffern vertauscht."
        ),
    }

    def compact(self, text: str) -> str:
        """The IBAN in capitals without spaces."""
        number = re.sub(r"^IBAN:?|-", "", "".join(text.split()).upper())
        if not number.isascii() or not (_GERMAN_IBAN if number.startswith("DE") else _IBAN).fullmatch(number):
            raise self._invalid()
        from stdnum import exceptions, iban  # noqa: PLC0415 -- 5 ms of every start, for two questions

        try:
            return str(iban.validate(number))
        except exceptions.InvalidChecksum:
            raise self._invalid("checksum") from None
        except exceptions.ValidationError:
            raise self._invalid() from None


class PhoneField(_CodeField):
    """Cleans to E.164, e.g. `+4930123456`. A number without country code is German."""

    default_error_messages = {"invalid": _("Bitte prüfen Sie „{label}“. Eine Telefonnummer sieht so aus: 030 123456.")}

    def compact(self, text: str) -> str:
        """The number in E.164."""
        import phonenumbers  # noqa: PLC0415 -- 20 ms of every start, for one question

        try:
            number = phonenumbers.parse(text, "DE")
        except phonenumbers.NumberParseException:
            raise self._invalid() from None
        if not phonenumbers.is_possible_number(number):
            raise self._invalid()
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


class TaxIdField(_CodeField):
    """Cleans to the eleven digits of a tax id (§ 139b AO, check digit included)."""

    default_error_messages = {
        "invalid": _("Bitte prüfen Sie „{label}“. Sie hat 11 Ziffern und steht zum Beispiel auf Ihrer Lohnabrechnung."),
    }

    def compact(self, text: str) -> str:
        """The eleven digits."""
        from stdnum import exceptions  # noqa: PLC0415 -- as above
        from stdnum.de import idnr  # noqa: PLC0415 -- as above

        try:
            return str(idnr.validate(text.replace("/", "")))
        except exceptions.ValidationError:
            raise self._invalid() from None


class PensionNumberField(_CodeField):
    """Cleans to the twelve characters of a pension insurance number (§ 147 SGB VI; check digit by VKVV § 4)."""

    default_error_messages = {
        "invalid": _("Bitte prüfen Sie „{label}“. Sie sieht so aus: 65 170839 J 003."),
    }

    def compact(self, text: str) -> str:
        """The number without spaces."""
        number = "".join(text.split()).upper()
        if not number.isascii() or not _PENSION_NUMBER.fullmatch(number) or not _pension_check_digit_fits(number):
            raise self._invalid()
        return number


class PostcodeField(_CodeField):
    """Cleans to a German postcode: five digits."""

    default_error_messages = {"invalid": _("Bitte prüfen Sie „{label}“. Eine Postleitzahl hat 5 Ziffern.")}

    def compact(self, text: str) -> str:
        """The five digits."""
        digits = "".join(text.split())
        if not re.fullmatch(r"[0-9]{5}", digits):
            raise self._invalid()
        return digits


def _pension_check_digit_fits(number: str) -> bool:
    """The letter counts as its place in the alphabet, two digits; cross sums of the products, modulo ten."""
    digits = f"{number[:8]}{ord(number[8]) - 64:02d}{number[9:]}"
    products = (int(digit) * weight for digit, weight in zip(digits, _PENSION_WEIGHTS, strict=False))
    return sum(product // 10 + product % 10 for product in products) % 10 == int(digits[-1])
