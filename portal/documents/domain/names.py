"""File names as people write them, made harmless for headers, lists and PDFs."""

import pathlib
import re
import unicodedata

LONGEST = 120  # characters; longer names break every list
NAMELESS = "Datei"
_PATH = re.compile(r"[/\\]")
_SPACES = re.compile(r"\s+")


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
    """The ending of a name in lower case with its dot, "" without one."""
    return pathlib.PurePosixPath(clean_name(name)).suffix.lower()


def with_ending(name: str, wanted: str) -> str:
    """The name with another ending, which has its dot."""
    return clean_name(pathlib.PurePosixPath(clean_name(name)).stem + wanted)
