"""Cuts Fira Sans into a Latin-1 file that every page loads and an extension that only rare names load."""

from __future__ import annotations

import pathlib
from typing import Final

from fontTools import subset
from fontTools.ttLib import TTFont

WEIGHTS: Final = {"regular": "FiraSans-Regular", "semibold": "FiraSans-SemiBold"}
# The same ranges stand in static/ui/site.css (unicode-range).
RANGES: Final = {
    "latin1": "U+0020-007E,U+00A0-00FF,U+2010-2015,U+2018-201F,U+2022,U+2026,U+202F,U+2032,U+2033,U+2039,U+203A,"
    "U+20AC,U+2190-2193,U+2212,U+1E9E,U+2713",
    "ext": "U+0100-024F,U+0259,U+02B0-02FF,U+0300-036F,U+1E00-1E9D,U+1E9F-1EFF,U+2C60-2C7F,U+A720-A7FF",
}


def cut_fonts(folder: pathlib.Path, target: pathlib.Path) -> list[pathlib.Path]:
    """Write the subset of each weight and range as woff2 into ``target``; returns the files written.

    Kerning, marks and tabular figures (amounts below each other) stay; ligatures and hinting go.
    """
    written = []
    for weight, source in WEIGHTS.items():
        for name, ranges in RANGES.items():
            options = subset.Options()
            options.flavor = "woff2"
            options.hinting = False
            options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum"]
            options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # copyright and licence stay in the file (OFL)
            font = TTFont(folder / f"{source}.woff2")
            subsetter = subset.Subsetter(options)
            subsetter.populate(unicodes=subset.parse_unicodes(ranges))
            subsetter.subset(font)
            path = target / f"fira-sans-{weight}-{name}.woff2"
            subset.save_font(font, str(path), options)
            written.append(path)
    return written
