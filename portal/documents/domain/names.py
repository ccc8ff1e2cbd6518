"""File names as people write them, made harmless for headers, lists and PDFs."""

import pathlib
import re
import unicodedata

from portal.documents.enums import MediaType

LONGEST = 120  # characters; longer names break every list
NAMELESS = "Datei"
_PATH = re.compile(r"[/\\]")
_SPACES = re.compile(r"\s+")
_ENDING = re.compile(r"\.[a-z][a-z0-9]{0,9}")
_USUAL = {
    MediaType.PDF: ".pdf",
    MediaType.JPEG: ".jpg",
    MediaType.PNG: ".png",
    MediaType.HEIC: ".heic",
    MediaType.TIFF: ".tif",
}


def clean_name(name: str) -> str:
    """The last part of ``name`` without control and direction characters, NFC, at most 120 characters, ending kept.

    Names are shown and sent as they are (DIN 91379 letters included), but never used as a path. Empty becomes "Datei".
    """
    last = _PATH.split(unicodedata.normalize("NFC", name))[-1]
    visible = "".join(sign if unicodedata.category(sign)[0] != "C" else " " for sign in last)
    tidy = _SPACES.sub(" ", visible).strip().lstrip(".").strip()
    if len(tidy) > LONGEST:
        suffix = pathlib.PurePosixPath(tidy).suffix[:10]
        tidy = tidy[: LONGEST - len(suffix)].rstrip() + suffix
    return tidy or NAMELESS


def ending(name: str) -> str:
    """The ending of a name in lower case with its dot, "" without one: in "Vertrag vom 3.4.2026" that is a date."""
    suffix = pathlib.PurePosixPath(clean_name(name)).suffix.lower()
    return suffix if _ENDING.fullmatch(suffix) else ""


def complete_name(name: str, media_type: MediaType) -> str:
    """The clean name; one without an ending, as some phones send them, gets the usual one of its content."""
    return clean_name(name) if ending(name) else clean_name(clean_name(name) + _USUAL[media_type])


def with_ending(name: str, wanted: str) -> str:
    """The name with another ending, which has its dot."""
    return clean_name(pathlib.PurePosixPath(clean_name(name)).stem + wanted)
