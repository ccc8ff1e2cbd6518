"""``python -m benchmarks.readability [SEEDS [FIRST]]``: what the notes on readability find, how often they are wrong.

Every kind of sheet is drawn SEEDS times (default 10, from seed FIRST on), photographed with care, sent through a
messenger and scanned: a note there is a false alarm. Then the same scenes are spoiled. Seeds decide all.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PIL import Image  # noqa: TID253 -- a script of its own

from portal.documents.domain.workshop.codes import Note
from portal.documents.domain.workshop.readability import notes_of
from tests.factories.files import photographs, sheets

PRINTED = ("letter", "statement", "payslip", "form")  # whole sheets in print of 7 to 12 points
WRITTEN = (*PRINTED, "handwritten")
BLURS = (2.0, 2.8, 3.6, 4.5)  # sigma in pixels; print of 10 points has small letters of 14 pixels
MOTIONS = (5, 8, 12, 16)  # pixels
LIGHTS = (0.06, 0.12, 0.2, 0.3)
SIDES = (400, 550, 700, 900)  # pixels
LEFT_OVER = {"left": (0.3, 0, 1, 1), "right": (0, 0, 0.55, 1), "top": (0, 0.27, 1, 1), "bottom": (0, 0, 1, 0.42)}

Sample = tuple[str, Note | None, Image.Image]  # how it was made, the note that is right


def samples(kind: str, seed: int) -> Iterator[Sample]:
    """All that is made of one sheet."""
    chance = random.Random(f"{kind}{seed}")
    sheet = sheets.KINDS[kind](chance).convert("L")
    shot = photographs.careful(chance)
    scene = photographs.laid(sheet, shot, chance)

    def taken(**changes: Any) -> Image.Image:
        return photographs.taken(scene, replace(shot, **changes), random.Random(seed))

    good = taken()
    yield "photograph", None, good
    yield "messenger", None, photographs.taken(scene, photographs.messenger(shot), random.Random(seed))
    yield "scan, 200 dpi", None, photographs.scan(sheet, random.Random(seed))
    yield "scan, 150 dpi", None, photographs.scan(sheet, random.Random(seed), dpi=150)
    yield "from a program", None, sheet
    if kind in PRINTED:
        level = seed % len(BLURS)
        yield f"blur {BLURS[level]}", Note.BLURRED, taken(blur=BLURS[level])
        angle = random.Random(seed).uniform(0, 180)
        yield f"motion {MOTIONS[level]}", Note.BLURRED, taken(motion=MOTIONS[level], motion_angle=angle)
        yield f"light {LIGHTS[level]}", Note.DARK, taken(light=LIGHTS[level], noise=6)
        yield f"long side {SIDES[level]}", Note.SMALL, taken(long_side=SIDES[level])
    if kind in WRITTEN:
        yield "turned by 90 degrees", Note.SIDEWAYS, good.rotate(90 if seed % 2 else 270, expand=True)
        side, box = list(LEFT_OVER.items())[seed % len(LEFT_OVER)]
        wide, high = good.size
        corners = (round(wide * box[0]), round(high * box[1]), round(wide * box[2]), round(high * box[3]))
        yield f"cut off, {side}", Note.CUT_OFF, good.crop(corners)
    if kind == "letter":
        empty = sheets.Pen(chance).sheet.convert("L")
        yield "empty, scan", Note.BLANK, photographs.scan(empty, chance)
        yield "empty, photograph", Note.BLANK, photographs.photograph(empty, shot, chance)
        yield "washed out", Note.BLANK, good.point(lambda tone: 255 - (255 - tone) // 25)


def main(seeds: int = 10, first: int = 0) -> None:
    """Print the table."""
    made: Counter[tuple[str, str]] = Counter()
    noted: Counter[tuple[str, str]] = Counter()
    wrong: Counter[str] = Counter()
    for seed in range(first, first + seeds):
        for kind in sheets.KINDS:
            for name, right, image in samples(kind, seed):
                row = (name, right or kind)
                notes = notes_of(image)
                made[row] += 1
                noted[row] += bool(notes) if right is None else right in notes
                if right is None:
                    wrong.update(notes)
    print(f"{'made so':<22}{'of':<14}{'samples':>8}{'noted':>7}")
    for (name, of), count in sorted(made.items(), key=lambda item: (isinstance(item[0][1], Note), item[0])):
        print(f"{name:<22}{of:<14}{count:>8}{noted[name, of]:>7}")
    good = [row for row in made if not isinstance(row[1], Note)]
    alarms, pages = sum(noted[row] for row in good), sum(made[row] for row in good)
    print(f"\nfalse alarms: {alarms} of {pages} good pages", dict(wrong))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
