"""A PDF as somebody sent it becomes a new one that only shows its pages.

Scripts, actions, form programs, files, links, metadata and thumbnails are not carried over, as nothing is but what
pages draw with. A program that would be started is no reason to refuse: without its trigger it is gone, and staff
are told. Text stays text.
"""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name

from portal.documents.domain.workshop import bounds
from portal.documents.domain.workshop.appearance import numbers
from portal.documents.domain.workshop.attachments import Attachments
from portal.documents.domain.workshop.cleaning import Cleaner
from portal.documents.domain.workshop.codes import Refusal, Refused, Remark
from portal.documents.domain.workshop.forms import flatten
from portal.documents.domain.workshop.survey import survey

_A4: Final = (0, 0, 595, 842)  # points
_LARGEST: Final = 14_400  # points; more is no page to any viewer (ISO 32000-1, Annex C)
_SHRUNK: Final = 1191  # points: the long side of A3, for a page above the largest


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The new PDF. ``attachments``: names of files beside it. ``searchable``: some page has text."""

    pages: int
    remarks: tuple[Remark, ...]
    attachments: tuple[str, ...]
    searchable: bool


def rebuild(path: Path, password: str, target: Path) -> Rebuilt:
    """Make ``target`` of the PDF ``path``; the files inside it are written beside ``target``. Raises Refused."""
    try:
        with (
            bounds.bounded(),
            bounds.heard() as words,
            path.open("rb") as file,
            bounds.open_pdf(file, password) as source,
        ):
            lost = any("Pages tree includes" in word for word in words)  # qpdf mends the tree without them
            return _rebuild(source, target, {Remark.INCOMPLETE} if lost else set())
    except MemoryError:
        raise Refused(Refusal.TOO_COMPLEX) from None
    except bounds.BROKEN as error:
        raise Refused(bounds.refusal_of(error)) from None


def _rebuild(source: pikepdf.Pdf, target: Path, remarks: set[Remark]) -> Rebuilt:
    found = survey(source)
    attachments = Attachments(target.parent)
    attachments.take(found)
    _refuse_empty_covers(source, attachments.names)
    remarks |= found.remarks | flatten(source)
    if len(source.pages) > bounds.MAX_PAGES:  # a page of notes may have come
        raise Refused(Refusal.TOO_MANY_PAGES)
    cleaner = Cleaner()
    for page in source.pages:
        _give_what_it_inherits(page)
        cleaner.clean(page)
        _fit_boxes(page)
    with pikepdf.new() as plain:
        plain.pages.extend(source.pages)
        _keep_layers(source, plain)
        save(plain, target)
        return Rebuilt(len(plain.pages), tuple(sorted(remarks)), tuple(attachments.names), cleaner.searchable)


def save(pdf: pikepdf.Pdf, target: Path) -> None:
    """Small, without a trace of time or place: the same pages give the same bytes."""
    pdf.save(
        target,
        min_version="1.7",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
        preserve_pdfa=False,
        fix_metadata_version=False,
    )


def _refuse_empty_covers(pdf: pikepdf.Pdf, files: list[str]) -> None:
    """Two kinds show nothing of what they hold on their pages; better to say so at once than to lose it."""
    form: Any = pdf.Root.get("/AcroForm")
    drawn_later: Any = pdf.Root.get("/NeedsRendering")
    if isinstance(form, Dictionary) and "/XFA" in form and drawn_later is True:
        raise Refused(Refusal.PDF_DYNAMIC_FORM)
    if "/Collection" in pdf.Root and files:
        raise Refused(Refusal.PDF_PORTFOLIO)


def _give_what_it_inherits(page: pikepdf.Page) -> None:
    for key in ("/Resources", "/MediaBox", "/CropBox", "/Rotate"):
        node: Any = page.obj
        for _step in range(bounds.MAX_FILTERS * 10):
            if not isinstance(node, Dictionary) or key in node:
                break
            node = node.get("/Parent")
        if isinstance(node, Dictionary) and key in node:
            page.obj[key] = node[key]


def _fit_boxes(page: pikepdf.Page) -> None:
    """Every page gets a size that a viewer can show; one that is beyond is shrunk as a whole."""
    turn = page.obj.get("/Rotate", 0)
    if not isinstance(turn, int) or turn % 90:
        del page.obj["/Rotate"]
    media = _box(page.obj.get("/MediaBox"))
    if media is None:
        media = _A4
        page.obj.MediaBox = Array(_A4)
    crop = _box(page.obj.get("/CropBox"))
    seen = _overlap(media, crop) if crop else None
    if seen is None and "/CropBox" in page.obj:
        del page.obj["/CropBox"]
    _shrink(page, seen or media)


def _shrink(page: pikepdf.Page, seen: tuple[float, ...]) -> None:
    left, bottom, right, top = seen
    long_side = max(right - left, top - bottom)
    if long_side <= _LARGEST:
        return
    scale = _SHRUNK / long_side
    page.contents_add(b"q %.8f 0 0 %.8f %.4f %.4f cm" % (scale, scale, -left * scale, -bottom * scale), prepend=True)
    page.contents_add(b"Q")
    page.obj.MediaBox = Array([0, 0, *(max(round(side * scale, 2), 1) for side in (right - left, top - bottom))])
    if "/CropBox" in page.obj:
        del page.obj["/CropBox"]


def _box(value: Any) -> tuple[float, ...] | None:
    edges = numbers(value)
    if len(edges) != len(_A4):
        return None
    left, right = sorted(edges[::2])
    bottom, top = sorted(edges[1::2])
    return (left, bottom, right, top) if right - left >= 1 and top - bottom >= 1 else None


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, ...] | None:
    left, bottom = (max(pair) for pair in zip(one[:2], other[:2], strict=True))
    right, top = (min(pair) for pair in zip(one[2:], other[2:], strict=True))
    return (left, bottom, right, top) if right - left >= 1 and top - bottom >= 1 and math.isfinite(right) else None


def _keep_layers(source: pikepdf.Pdf, plain: pikepdf.Pdf) -> None:
    """Layers that were off stay off: what they hold would cover the page."""
    layers = source.Root.get("/OCProperties")
    if not isinstance(layers, Dictionary) or not isinstance(layers.get("/D"), Dictionary):
        return
    groups = layers.get("/OCGs")
    if not isinstance(groups, Array) or not all(isinstance(group, Dictionary) for group in groups):
        return
    shown = Dictionary({key: layers.D[key] for key in ("/BaseState", "/ON", "/OFF") if key in layers.D})
    kept = source.make_indirect(Dictionary(OCGs=groups, D=shown))
    plain.Root[Name.OCProperties] = plain.copy_foreign(kept)
