"""How amounts, dates, months and names stand in a finding (German notation), and when two names are the same."""

import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext, override

from applications.claim.model import Person

_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa"})
_TITLES = {"dr", "prof"}


def euro(amount: Decimal) -> str:
    """1.234,50 Euro."""
    with override("de"):
        return f"{number_format(amount, 2, use_l10n=True, force_grouping=True)} Euro"


def number(value: Decimal | int) -> str:
    """A number without needless zeros: 14,5."""
    with override("de"):
        return number_format(Decimal(value).normalize().__format__("f"), use_l10n=True)


def day(on: date) -> str:
    """31.10.2026."""
    return f"{on:%d.%m.%Y}"


def month(on: date) -> str:
    """November 2026."""
    with override("de"):
        return date_format(on, "F Y")


def name_of(person: Person | None) -> str:
    """First and last name, or a neutral word when both are missing."""
    return (person.display_name if person else "") or gettext("Person ohne Namen")


def listed(words: Iterable[str]) -> str:
    """Words with commas between them."""
    return ", ".join(words)


def name_keys(name: str) -> frozenset[str]:
    """Spellings under which a name counts as the same: case, order, hyphens, accents and ä/ae do not matter."""
    folded = name.casefold().replace("-", " ")
    spelled, plain = folded.translate(_SPELLED_OUT), _without_marks(folded.replace("ß", "ss"))
    return frozenset(_sorted_words(variant) for variant in (_without_marks(spelled), plain)) - {""}


def same_name(one: str, other: str) -> bool:
    """Whether two names share a spelling; False when one is empty."""
    return bool(name_keys(one) & name_keys(other))


def _without_marks(text: str) -> str:
    """Letters without accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def _sorted_words(text: str) -> str:
    """Words in alphabetical order, without titles and punctuation."""
    words = ("".join(char for char in word if char.isalnum()) for word in text.split())
    return " ".join(sorted(word for word in words if word and word not in _TITLES))
