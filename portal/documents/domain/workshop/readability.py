"""Says what may make a page hard to read, so that a person can take the photo again while the sheet lies before them.

A wrong "blurred" makes people give up; a missed one costs a question later. So every limit was chosen on made samples
for few false alarms, and whoever is told may keep the photo (docs/photos.md has the figures). Nothing is refused.

Upside down is not told: what stands above small letters and what hangs below differ too little, and capitals and
figures have neither. Who reads the letters (OCR) knows it.
"""

from typing import TYPE_CHECKING, Final

from portal.documents.domain.workshop.codes import Note
from portal.documents.domain.workshop.writing import LEAST_BLOCKS, Writing, measure

if TYPE_CHECKING:
    from PIL.Image import Image

DARK_PAPER: Final = 60  # steps of 255: paper in good photos is above 120
EMPTY_DETAIL: Final = 0.002  # of the blocks
BLUR_OF_LETTER: Final = (
    0.14  # sigma by the height of small letters; a machine reads up to 0.16 and nothing from 0.25 on
)
LEAST_BLUR: Final = 1.7  # pixels: no less is called blurred, however small the print
UNEVEN: Final = 1.6  # times: across and down are blurred so differently when the hand moved
MOVED: Final = 0.65  # of the limit
SMALL_LETTER: Final = 6  # pixels as measured, 4 in truth: a machine still reads most, people give up
SMALL_LINES: Final = 12  # pieces of lines that must say so
LETTER_LIMIT: Final = 26  # pixels: above, strips are too narrow to tell how lines run
LYING: Final = -0.12  # difference of the gaps between lines, across and down
LYING_BLOCKS: Final = 200
CUT_SIDE: Final = 6  # marks at the left or right edge; above and below, the grain of a desk looks the same


def notes_of(image: "Image") -> tuple[Note, ...]:
    """What may be hard to read on the page, most serious first.

    The picture may have any mode and size; limits are meant for a long side of about 2339 pixels.
    """
    writing = measure(image)
    if _is_dark(writing):
        return (Note.DARK,)  # nothing else can be told
    if writing.blocks < LEAST_BLOCKS:
        return (Note.BLANK,) if writing.detail < EMPTY_DETAIL else ()  # a picture without writing is nothing we judge
    found = {
        Note.SMALL: _is_small(writing),
        Note.BLURRED: _is_blurred(writing) and not _is_small(writing),  # a larger photo cures both
        Note.CUT_OFF: max(writing.cut) >= CUT_SIDE and not _is_sideways(writing),
        Note.SIDEWAYS: _is_sideways(writing),
    }
    return tuple(note for note, holds in found.items() if holds)


def _is_dark(writing: Writing) -> bool:
    return (writing.paper if writing.blocks >= LEAST_BLOCKS else writing.brightest) < DARK_PAPER


def _letter(writing: Writing) -> float:
    """The height of small letters, whichever way the lines run."""
    return writing.height[1] if _is_sideways(writing) else writing.height[0]


def _is_small(writing: Writing) -> bool:
    return 0 < _letter(writing) <= SMALL_LETTER and max(writing.lines) >= SMALL_LINES


def _is_blurred(writing: Writing) -> bool:
    """Out of focus, or by a hand that moved: then one direction stays sharp, and the other seems less blurred."""
    most, least = max(writing.blur), min(writing.blur)
    limit = BLUR_OF_LETTER * (MOVED if most > UNEVEN * least else 1)
    return most > max(LEAST_BLUR, limit * _letter(writing))


def _is_sideways(writing: Writing) -> bool:
    return (
        writing.blocks >= LYING_BLOCKS
        and max(writing.height) <= LETTER_LIMIT
        and writing.gaps[0] - writing.gaps[1] < LYING
    )
