"""In which languages scans are read: those of the installation, and the one that the person speaks best."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Final

from django.conf import settings

from portal.cases.enums import Language

if TYPE_CHECKING:  # a check of the settings asks, before there are models
    from portal.cases.models import Person

# As tesseract calls them. Easy language is German; signs are not written.
CODES: Final = {
    Language.ENGLISH: "eng",
    Language.UKRAINIAN: "ukr",
    Language.RUSSIAN: "rus",
    Language.ARABIC: "ara",
    Language.TURKISH: "tur",
    Language.PERSIAN: "fas",
    Language.POLISH: "pol",
    Language.ROMANIAN: "ron",
    Language.BULGARIAN: "bul",
    Language.FRENCH: "fra",
}
ORIENTATION: Final = "osd"  # tells which way up a page is
_ENDING: Final = ".traineddata"
_FOLDERS: Final = ("usr/share/tesseract-ocr/*/tessdata", "usr/share/tessdata", "usr/local/share/tessdata")


def configured() -> list[str]:
    """The languages of the setting, in its order: the first counts most."""
    return [code for code in settings.PORTAL.ocr_languages.split("+") if code]


def installed() -> frozenset[str]:
    """The languages that tesseract finds here, in the folders of the distributions; empty without tesseract."""
    found = (path for pattern in _FOLDERS for path in Path("/").glob(f"{pattern}/*{_ENDING}"))
    return frozenset(path.name.removesuffix(_ENDING) for path in found)


def languages_for(person: Person | None, there: Collection[str] | None = None) -> str:
    """As tesseract wants them: those of the setting, and behind them the person's where it is installed (``there``).

    Each one more makes reading slower, so no page is read in languages that nobody in the case is known to speak.
    """
    wanted = configured()
    spoken = CODES.get(Language(person.language)) if person is not None and person.language else None
    if spoken and spoken not in wanted and spoken in (installed() if there is None else there):
        wanted.append(spoken)
    return "+".join(wanted)


def missing_packages(there: Collection[str] | None = None) -> tuple[str, ...]:
    """Debian's packages that the setting needs and that are not here, in order; () when scans can be read."""
    there = installed() if there is None else there
    wanted = dict.fromkeys([*configured(), ORIENTATION])
    return tuple(f"tesseract-ocr-{code.replace('_', '-').lower()}" for code in wanted if code not in there)
