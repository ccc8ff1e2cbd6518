"""Placeholders in the texts of an office: a closed set, filled by the portal, checked before a text is stored."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

PLACEHOLDERS: Final[Mapping[str, "StrPromise"]] = {
    "name": _("Vor- und Familienname der Person"),
    "vorgang": _("Vorgangsnummer des letzten Eingangs"),
    "thema": _("Thema der Unterhaltung"),
    "datum": _("Datum von heute"),
    "frist": _("Datum, bis zu dem geantwortet werden soll"),
    "jobcenter": _("Name des Jobcenters"),
    "team": _("Name des Teams"),
    "bearbeitung": _("Name, unter dem Sie schreiben"),
    "telefon": _("Ihre Durchwahl, sonst das Telefon des Teams oder des Jobcenters"),
    "sprechzeiten": _("Ihre Sprechzeiten"),
}
# Invented: nobody is shown by accident when a text is looked at.
EXAMPLE: Final[Mapping[str, str]] = {
    "name": "Lea Beispiel",
    "vorgang": "MUS-7KQ4-92FD",
    "thema": "Wohnung, Miete und Heizung",
    "datum": "26. November 2026",
    "frist": "17. Dezember 2026",
    "jobcenter": "Jobcenter Musterkreis",
    "team": "Team Nord",
    "bearbeitung": "Frau Ahrens",
    "telefon": "030 23125 101",
    "sprechzeiten": "Montag bis Donnerstag, 9 bis 12 Uhr",
}
_BRACES: Final = re.compile(r"\{([^{}\n]{0,40})\}")


def unknown_placeholders(text: str) -> tuple[str, ...]:
    """Return the words in braces that are none of `PLACEHOLDERS`, each once, in the order of the text."""
    found = (name.strip() for name in _BRACES.findall(text))
    return tuple(dict.fromkeys(name for name in found if name not in PLACEHOLDERS))


def open_placeholders(text: str) -> tuple[str, ...]:
    """Return the placeholders that still stand in a text, each once: what somebody has to fill in by hand."""
    found = (name.strip() for name in _BRACES.findall(text))
    return tuple(dict.fromkeys(name for name in found if name in PLACEHOLDERS))


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return the text with its placeholders filled; one without a value stays, so that whoever writes sees it."""

    def filled(match: re.Match[str]) -> str:
        return values.get(match[1].strip(), "") or match[0]

    return _BRACES.sub(filled, text)
