"""Finds the writing on a page and measures it: how large, how sharp, how black, how it lies. No letter is read.

The picture is cut into blocks of 32 pixels. A block holds writing when it is mostly paper, with ink that comes and goes
many times. Where the blocks with writing lie, lines are found in upright and in lying strips.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from PIL.Image import Image

BLOCK: Final = 32  # pixels
STRIP: Final = 64  # pixels: narrow enough that a line in a tilted photo stays a line
CELL: Final = 16  # pixels: about a letter
SOFTENING: Final = 0.8  # sigma in pixels, against the grain of the sensor
BLUR_SOFTENING: Final = 1.6  # the same where the slope of edges is measured; taken off again from the result
LEAST_BLOCKS: Final = 2  # with writing, else there is none
LINE: Final = 0.5  # of the cells have ink where a line runs
LEAST_RUN: Final = 2  # pixels
LEAST_CONTRAST: Final = 10  # steps of 255
DETAIL_CONTRAST: Final = 18  # more than the grain of a good sensor
MARGIN: Final = 0.08  # of the picture, where the edges of the sheet are
LEAST_CHANGES: Final = (
    36,
    16,
    80,
)  # in a block from ink to paper and back: along the rows, down the columns, both; an edge has 32
INK_SHARE: Final = (0.02, 0.45)  # of a block
AS_BRIGHT: Final = 0.55  # of the brightest in the picture: the sheet, not the desk below it
AS_STRONG: Final = (
    0.4  # of the strongest: lined paper, wavy lines of a card and the grain of a desk are weaker than ink
)
RULED: Final = 3  # pixels: a run no higher is a ruled line, or the picture is far too small
EDGE: Final = 3  # pixels: what comes so near the edge of the picture is cut


@dataclass(frozen=True, slots=True)
class Writing:
    """What was measured. Lengths in pixels, brightness in steps of 255; zero where nothing is written."""

    brightest: float  # 95 of 100 pixels are darker
    detail: float  # the share of blocks with anything in them, without the margin of the picture
    blocks: int = 0
    contrast: float = 0  # of ink and paper
    paper: float = 0
    blur: tuple[float, float] = (0, 0)  # sigma across and down
    height: tuple[float, float] = (0, 0)  # of small letters, if lines run across, and if they run down
    lines: tuple[int, int] = (0, 0)  # pieces of lines that were found, across and down
    gaps: tuple[float, float] = (0, 0)  # the share between lines, across and down: large the way the lines run
    cut: tuple[int, int] = (0, 0)  # marks that touch the left and the right edge of the picture


def measure(image: "Image") -> Writing:
    """Measure the writing on a picture of any mode and size (meant for pages of about 2339 pixels)."""
    import numpy as np
    from PIL import ImageFilter

    page = image.convert("L")
    grey = _whole_blocks(np, page.filter(ImageFilter.GaussianBlur(SOFTENING)))
    brightest = float(np.percentile(grey[::8, ::8], 95))
    blocks = _Blocks(np, grey)
    held = blocks.with_writing(brightest)
    detail = float((_without_margin(blocks.contrast) > DETAIL_CONTRAST).mean())
    if held.sum() < LEAST_BLOCKS:
        return Writing(brightest, detail, int(held.sum()))
    ink = _ink(np, grey, blocks, held)
    rows, columns = _occupied(np, ink), _occupied(np, ink.T)
    row_runs, column_runs = _runs(np, rows), _runs(np, columns)
    return Writing(
        brightest,
        detail,
        blocks=int(held.sum()),
        contrast=float(np.percentile(blocks.contrast[held], 70)),
        paper=float(np.median(blocks.high[held])),
        blur=_blur(np, _whole_blocks(np, page.filter(ImageFilter.GaussianBlur(BLUR_SOFTENING))), held),
        height=(_height(np, row_runs), _height(np, column_runs)),
        lines=(len(row_runs[0]), len(column_runs[0])),
        gaps=(_gaps(np, rows), _gaps(np, columns)),
        cut=_cut(np, ink & spread(np, held), page.size),
    )


def _whole_blocks(np: Any, page: "Image") -> Any:
    down, across = page.height, page.width
    return np.pad(np.asarray(page), ((0, -down % BLOCK), (0, -across % BLOCK)), mode="reflect")


def _without_margin(small: Any) -> Any:
    down, across = (round(length * MARGIN) for length in small.shape)
    return small[down : small.shape[0] - down, across : small.shape[1] - across]


class _Blocks:
    """Figures of every block, as small arrays."""

    def __init__(self, np: Any, grey: Any) -> None:
        self.np = np
        self.high, self.low = _pooled(grey, np.max), _pooled(grey, np.min)
        self.contrast = self.high.astype(np.float32) - self.low
        middle = ((self.high.astype(np.uint16) + self.low) // 2).astype(np.uint8)
        dark = grey < spread(np, middle)
        self.ink = self._counted(dark) / BLOCK**2
        self.changes_across = self._counted(np.pad(dark[:, 1:] != dark[:, :-1], ((0, 0), (0, 1))))
        self.changes_down = self._counted(np.pad(dark[1:] != dark[:-1], ((0, 1), (0, 0))))

    def with_writing(self, brightest: float) -> Any:
        """Which blocks hold writing."""
        np = self.np
        found = self.contrast > np.maximum(LEAST_CONTRAST, 0.1 * self.high)
        found &= self.high > AS_BRIGHT * brightest
        found &= (self.ink > INK_SHARE[0]) & (self.ink < INK_SHARE[1])
        found &= (self.changes_across > LEAST_CHANGES[0]) & (self.changes_down > LEAST_CHANGES[1])
        found &= self.changes_across + self.changes_down > LEAST_CHANGES[2]
        if found.any():
            found &= self.contrast > AS_STRONG * np.percentile(self.contrast[found], 95)
        return found

    def _counted(self, dots: Any) -> Any:
        """How many hold, of each block."""
        return _pooled(dots.view(self.np.uint8), self.np.sum)


def _pooled(dots: Any, how: Any) -> Any:
    """Row by row first: that is ten times as fast as along the rows."""
    down, across = dots.shape
    return how(how(dots.reshape(down // BLOCK, BLOCK, across // BLOCK, BLOCK), axis=1), axis=2)


def spread(np: Any, small: Any) -> Any:
    """Each figure of a block for all its pixels."""
    return np.repeat(np.repeat(small, BLOCK, axis=0), BLOCK, axis=1)


def _ink(np: Any, grey: Any, blocks: _Blocks, held: Any) -> Any:
    """Which pixels are ink, in blocks with writing and beside them."""
    wide = np.pad(held, 1)
    near = np.zeros_like(held)
    for row in range(3):
        for column in range(3):
            near |= wide[row : row + held.shape[0], column : column + held.shape[1]]
    strong = float(np.percentile(blocks.contrast[held], 70))
    limit = np.where(near, np.maximum(blocks.high.astype(np.float32) - 0.4 * strong, 0), 0).astype(np.uint8)
    return grey < spread(np, limit)


def _occupied(np: Any, ink: Any) -> Any:
    """For each row and each strip the share of cells with ink in them."""
    wide = ink.shape[1] // STRIP * STRIP
    cells = ink[:, :wide].reshape(ink.shape[0], -1, STRIP // CELL, CELL).any(axis=3)
    return cells.mean(axis=2, dtype=np.float32)


def _runs(np: Any, profile: Any) -> tuple[Any, Any, Any]:
    """Strip, beginning and end of every stretch of rows in which half of the cells have ink."""
    steps = np.diff(np.pad(profile >= LINE, ((1, 1), (0, 0))).astype(np.int8), axis=0).T
    strip, begin = np.nonzero(steps == 1)
    _strip, end = np.nonzero(steps == -1)
    fits = (end - begin >= LEAST_RUN) & (end - begin <= 3 * BLOCK)
    return strip[fits], begin[fits], end[fits]


def _height(np: Any, runs: tuple[Any, Any, Any]) -> float:
    """The median; without ruled lines, unless there is hardly anything else."""
    heights = runs[2] - runs[1]
    letters = heights[heights > RULED]
    chosen = letters if len(letters) > 0.3 * len(heights) else heights
    return float(np.median(chosen)) if len(chosen) else 0.0


def _blur(np: Any, grey: Any, held: Any) -> tuple[float, float]:
    """Sigma of the blur: the steepest slope of an edge of this contrast is contrast / (sigma * sqrt(2 pi))."""
    contrast = (_pooled(grey, np.max).astype(np.float32) - _pooled(grey, np.min))[held]
    across = _pooled(np.pad(_apart(np, grey[:, 1:], grey[:, :-1]), ((0, 0), (0, 1))), np.max)[held]
    down = _pooled(np.pad(_apart(np, grey[1:], grey[:-1]), ((0, 1), (0, 0))), np.max)[held]
    sigmas = [0.4 * contrast / np.maximum(slope, 0.5) for slope in (across, down)]
    blur = [float(np.median(np.sqrt(np.maximum(sigma**2 - BLUR_SOFTENING**2, 0)))) for sigma in sigmas]
    return blur[0], blur[1]


def _apart(np: Any, one: Any, other: Any) -> Any:
    """How far two shades are apart, without a larger type in between."""
    return np.maximum(one, other) - np.minimum(one, other)


def _gaps(np: Any, profile: Any) -> float:
    """The share of empty rows in the strips, where there is writing within 40 rows on both sides."""
    some = profile > 0
    reach = 40
    summed = np.cumsum(np.pad(some, ((reach + 1, reach), (0, 0))), axis=0, dtype=np.int32)
    before = summed[reach : -reach - 1] - summed[: -2 * reach - 1]
    after = summed[2 * reach + 1 :] - summed[reach + 1 : -reach]
    amid = (before > 0) & (after > 0)
    return float((~some & amid).sum() / max(int(amid.sum()), 1))


def _cut(np: Any, ink: Any, size: tuple[int, int]) -> tuple[int, int]:
    """How many separate marks touch the left and the right edge."""
    across, down = size
    left, right = ink[:down, :EDGE].any(axis=1), ink[:down, max(across - EDGE, 0) : across].any(axis=1)
    return _marks(np, left), _marks(np, right)


def _marks(np: Any, touched: Any) -> int:
    return int(np.count_nonzero(np.diff(np.pad(touched, 1).astype(np.int8)) == 1))
