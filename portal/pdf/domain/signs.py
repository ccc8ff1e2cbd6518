"""Signs for which no font on this machine has a picture: written out by name, for nothing that was typed may vanish.

A copy holds everything that was sent (§ 36a (2b) SGB I), in whatever script (§ 19 (4) SGB X). The fonts of the project
have the letters of DIN 91379, Greek and Cyrillic; Debian's (`ops/packages.txt`) nearly everything else. New emojis and
rare scripts remain.
"""

import functools
import io
import subprocess
import unicodedata
from typing import Final

from django.utils.translation import gettext as _

from portal.pdf.domain.fonts import FACES, FOLDER

FC_LIST: Final = ("/usr/bin/fc-list", ":outline=True:color=False", "--format=%{charset} ")
_WITHOUT_PICTURE: Final = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"})  # unicodedata: control, format, spaces
_SELECTORS: Final = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))  # choose between pictures, have none themselves


def written_out(text: str) -> str:
    """The text, with `[Zeichen: NAZAR AMULET]` in place of a sign that would leave a gap.

    The fonts of the machine are asked once per process, and only when the text has a sign that ours lack. Raises
    FileNotFoundError without fontconfig, CalledProcessError when it fails.
    """
    rare = {sign for sign in map(ord, set(text)) if sign not in _own() and _has_picture(sign)}
    missing = rare - _of_machine() if rare else rare
    return text.translate({sign: _in_words(sign) for sign in missing}) if missing else text


def _has_picture(sign: int) -> bool:
    return unicodedata.category(chr(sign)) not in _WITHOUT_PICTURE and not any(sign in each for each in _SELECTORS)


def _in_words(sign: int) -> str:
    return _("[Zeichen: %(name)s]") % {"name": unicodedata.name(chr(sign), f"U+{sign:04X}")}


@functools.cache
def _own() -> frozenset[int]:
    """What the fonts hold that every PDF brings along."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 -- web processes make no PDFs

    found: set[int] = set()
    for _family, _weight, name in FACES:
        with TTFont(io.BytesIO((FOLDER / name).read_bytes())) as font:
            found |= font.getBestCmap().keys()
    return frozenset(found)


@functools.cache
def _of_machine() -> frozenset[int]:
    """What fontconfig's fonts hold that have outlines, as `20-7e a0 1f600-1f64f`."""
    listed = subprocess.run(FC_LIST, capture_output=True, text=True, check=True)  # noqa: S603 -- a fixed command
    found: set[int] = set()
    for stretch in set(listed.stdout.split()):
        first, _dash, last = stretch.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)
