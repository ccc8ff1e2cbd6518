"""How a field or a mark looks that came without a picture of itself (12.5.5, 12.7.3.3 of ISO 32000-1)."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name

from portal.documents.domain.workshop.lettering import Face, Lettering

_SIZE: Final = re.compile(rb"([\d.]+)\s+Tf")
_COLOUR: Final = re.compile(rb"((?:[\d.]+\s+){1,4})(g|rg|k)\b")
_MARGIN: Final = 2.0  # points between frame and text
_LEADING: Final = 1.2  # times the size from line to line
_SMALLEST: Final = 4.0  # points
_MOST_POINTS: Final = 20_000  # of a drawn line; more are left out
_BEND: Final = 0.5523  # how far the handles of a quarter of a circle reach
_TABS: Final = str.maketrans({"\t": " ", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Style:
    """How text stands in its frame. ``size`` 0: as large as fits. ``quadding``: 0 left, 1 middle, 2 right."""

    size: float = 0.0
    colour: bytes = b"0 g"
    quadding: int = 0
    multiline: bool = False
    comb: int = 0


def style_of(default: bytes, *, quadding: int, multiline: bool, comb: int) -> Style:
    """From a default appearance string like ``/Helv 9 Tf 0 g``; only numbers are taken over."""
    size, colour = _SIZE.search(default), _COLOUR.search(default)
    return Style(
        size=_float(size.group(1)) if size else 0.0,
        colour=b"%s%s" % (colour.group(1), colour.group(2)) if colour else b"0 g",
        quadding=quadding if quadding in {1, 2} else 0,
        multiline=multiline,
        comb=comb,
    )


def _float(digits: bytes) -> float:
    try:
        return min(float(digits), 300.0)
    except ValueError:
        return 0.0


def text_form(
    pdf: pikepdf.Pdf, lettering: Lettering, text: str, size: tuple[float, float], style: Style
) -> tuple[Any, bool]:
    """A form of ``size`` (points) that shows ``text``, made smaller until it fits; says whether all of it fits."""
    text = text.translate(_TABS)
    face = lettering.face_for(text)
    width, height = size
    if style.comb and len(text) <= style.comb:
        letters, fits = _comb(face, text, size, style), True
    else:
        points, lines, fits = _fitting(face, text, size, style)
        letters = _lines(face, lines, size, points, style)
    content = b"q 0 0 %.2f %.2f re W n BT %s %s ET Q" % (width, height, style.colour, letters)
    return _form(pdf, content, (0, 0, width, height), Dictionary(Font=Dictionary(P0=face.reference))), fits


def _fitting(face: Face, text: str, size: tuple[float, float], style: Style) -> tuple[float, list[str], bool]:
    width, height = size[0] - 2 * _MARGIN, size[1]
    points = style.size or (10.0 if style.multiline else max(_SMALLEST, min(12.0, height * 0.7)))
    while True:
        lines = wrapped(face, text, width, points) if style.multiline else [" ".join(text.split("\n"))]
        tall = len(lines) * points * _LEADING + _MARGIN if style.multiline else points
        fits = tall <= height + 1 and all(face.width(line, points) <= width + 0.5 for line in lines)
        if fits or points <= _SMALLEST:
            return points, lines, fits
        points = max(_SMALLEST, points * 0.9)


def wrapped(face: Face, text: str, width: float, points: float) -> list[str]:
    """``text`` in lines of at most ``width``; a word that is longer is broken."""
    lines = []
    for paragraph in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if face.width(longer, points) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *full, line = _broken(face, word, width, points)
            lines += full
        lines.append(line)
    return lines


def _broken(face: Face, word: str, width: float, points: float) -> list[str]:
    parts, part, length = [], "", 0.0
    for character in word:
        advance = face.width(character, points)
        if part and length + advance > width:
            parts.append(part)
            part, length = "", 0.0
        part, length = part + character, length + advance
    return [*parts, part]


def _lines(face: Face, lines: Sequence[str], size: tuple[float, float], points: float, style: Style) -> bytes:
    width, height = size
    y = height - _MARGIN - points if style.multiline else (height - points) / 2 + points * 0.22
    parts = [b"/P0 %.2f Tf" % points]
    for line in lines:
        spare = width - face.width(line, points) - 2 * _MARGIN
        x = _MARGIN + (0, spare / 2, spare)[style.quadding]
        parts.append(b"1 0 0 1 %.2f %.2f Tm %s" % (x, y, face.show(line)))
        y -= points * _LEADING
    return b" ".join(parts)


def _comb(face: Face, text: str, size: tuple[float, float], style: Style) -> bytes:
    cell, height = size[0] / style.comb, size[1]
    points = min(style.size or 12.0, height * 0.8, cell * 1.4)
    parts = [b"/P0 %.2f Tf" % points]
    for place, character in enumerate(text):
        x = (place + 0.5) * cell - face.width(character, points) / 2
        parts.append(b"1 0 0 1 %.2f %.2f Tm %s" % (x, (height - points) / 2 + points * 0.22, face.show(character)))
    return b" ".join(parts)


def cross_form(pdf: pikepdf.Pdf, size: tuple[float, float]) -> Any:
    """A box that is ticked."""
    width, height = size
    edge = min(width, height) * 0.2
    ends = (edge, edge, width - edge, height - edge, edge, height - edge, width - edge, edge)
    content = b"q 0 G %.2f w %.2f %.2f m %.2f %.2f l S %.2f %.2f m %.2f %.2f l S Q" % (max(edge / 2, 0.7), *ends)
    return _form(pdf, content, (0, 0, width, height), Dictionary())


def mark_form(pdf: pikepdf.Pdf, mark: Any, rectangle: Sequence[float]) -> Any | None:
    """A drawn line, a frame or a highlight as it says of itself; None for kinds that draw nothing of their own."""
    draw = _MARKS.get(str(mark.get("/Subtype")))
    path = draw(mark, rectangle) if draw else b""
    if not path:
        return None
    colour = [min(max(value, 0.0), 1.0) for value in numbers(mark.get("/C"))] or [0.0]
    operator = {1: b"g", 3: b"rg", 4: b"k"}.get(len(colour))
    paint = b" ".join(b"%.3f" % value for value in colour) + b" " + operator if operator else b"0 g"
    content = b"q /G0 gs %s %s %.2f w 1 J 1 j %s Q" % (paint, _for_strokes(paint), _line_width(mark), path)
    blend = Name.Multiply if mark.get("/Subtype") == "/Highlight" else Name.Normal
    resources = Dictionary(ExtGState=Dictionary(G0=Dictionary(Type=Name.ExtGState, BM=blend)))
    return _form(pdf, content, rectangle, resources)


def _for_strokes(paint: bytes) -> bytes:
    numbers_, operator = paint.rsplit(b" ", 1)
    return numbers_ + b" " + operator.upper()


def _line_width(mark: Any) -> float:
    style = mark.get("/BS")
    if isinstance(style, Dictionary) and "/W" in style:
        widths = numbers(Array([style.W]))
    else:
        widths = numbers(mark.get("/Border"))[2:3]
    return min(max(widths[0], 0.5), 50.0) if widths else 1.0


def numbers(value: Any) -> list[float]:
    """The numbers of an array as floats; empty when it is none, or holds anything else."""
    if not isinstance(value, Array) or len(value) > _MOST_POINTS:
        return []
    try:
        found = [float(item) for item in value]
    except (TypeError, ValueError, ArithmeticError):
        return []
    return found if all(math.isfinite(number) and abs(number) < 1e7 for number in found) else []  # noqa: PLR2004 -- no page is that large


def _line(points: Sequence[float]) -> bytes:
    pairs = list(zip(points[::2], points[1::2], strict=False))
    if len(pairs) < 2:  # noqa: PLR2004 -- a line has two ends
        return b""
    return b" ".join(b"%.2f %.2f %s" % (*pair, b"l" if place else b"m") for place, pair in enumerate(pairs))


def _ink(mark: Any, _rectangle: Sequence[float]) -> bytes:
    strokes = mark.get("/InkList")
    paths = [_line(numbers(stroke)) for stroke in strokes] if isinstance(strokes, Array) else []
    return b" ".join(path + b" S" for path in paths if path)


def _vertices(mark: Any, _rectangle: Sequence[float]) -> bytes:
    path = _line(numbers(mark.get("/L")) or numbers(mark.get("/Vertices")))
    end = b" s" if mark.get("/Subtype") == "/Polygon" else b" S"
    return path + end if path else b""


def _frame(mark: Any, rectangle: Sequence[float]) -> bytes:
    inset = _line_width(mark) / 2
    left, bottom, right, top = rectangle
    return b"%.2f %.2f %.2f %.2f re S" % (
        left + inset,
        bottom + inset,
        right - left - 2 * inset,
        top - bottom - 2 * inset,
    )


def _ellipse(mark: Any, rectangle: Sequence[float]) -> bytes:
    """Of four curves, as near to it as the eye can see."""
    inset = _line_width(mark) / 2
    left, bottom, right, top = rectangle
    x, y, across, up = (left + right) / 2, (bottom + top) / 2, (right - left) / 2 - inset, (top - bottom) / 2 - inset
    parts = [b"%.2f %.2f m" % (x + across, y)]
    for cosine, sine in ((1, 0), (0, 1), (-1, 0), (0, -1)):  # a quarter from here, turned by 90 degrees each time
        points = ((cosine - sine * _BEND, sine + cosine * _BEND), (cosine * _BEND - sine, sine * _BEND + cosine))
        ends = [*points, (-sine, cosine)]
        parts.append(b" ".join(b"%.2f %.2f" % (x + across * u, y + up * v) for u, v in ends) + b" c")
    return b" ".join(parts) + b" s"


def _quads(mark: Any) -> Iterable[tuple[float, float, float, float]]:
    points = numbers(mark.get("/QuadPoints"))
    for start in range(0, len(points) - 7, 8):
        xs, ys = points[start : start + 8 : 2], points[start + 1 : start + 8 : 2]
        yield min(xs), min(ys), max(xs), max(ys)


def _highlight(mark: Any, _rectangle: Sequence[float]) -> bytes:
    return b" ".join(b"%.2f %.2f %.2f %.2f re f" % (x, y, right - x, top - y) for x, y, right, top in _quads(mark))


def _underline(mark: Any, _rectangle: Sequence[float]) -> bytes:
    return b" ".join(b"%.2f %.2f m %.2f %.2f l S" % (x, y + 1, right, y + 1) for x, y, right, _top in _quads(mark))


def _strike(mark: Any, _rectangle: Sequence[float]) -> bytes:
    middles = ((x, (y + top) / 2, right) for x, y, right, top in _quads(mark))
    return b" ".join(b"%.2f %.2f m %.2f %.2f l S" % (x, middle, right, middle) for x, middle, right in middles)


_MARKS: Final = {
    "/Ink": _ink,
    "/Line": _vertices,
    "/PolyLine": _vertices,
    "/Polygon": _vertices,
    "/Square": _frame,
    "/Circle": _ellipse,
    "/Highlight": _highlight,
    "/Underline": _underline,
    "/Squiggly": _underline,
    "/StrikeOut": _strike,
}


def _form(pdf: pikepdf.Pdf, content: bytes, box: Sequence[float], resources: Dictionary) -> Any:
    return pdf.make_stream(
        content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([round(n, 2) for n in box]), Resources=resources
    )
