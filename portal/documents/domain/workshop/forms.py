"""What somebody typed, ticked or drew into a PDF becomes part of its pages, before fields and notes are taken out."""

from collections.abc import Iterator
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name

from portal.documents.domain.workshop.appearance import cross_form, mark_form, numbers, style_of, text_form, wrapped
from portal.documents.domain.workshop.bounds import BROKEN_STREAM
from portal.documents.domain.workshop.codes import Remark
from portal.documents.domain.workshop.lettering import Lettering

_HIDDEN: Final = 1 << 1
_MULTILINE, _PASSWORD, _BUTTON, _COMB = 1 << 12, 1 << 13, 1 << 16, 1 << 24
_MOST_PARENTS: Final = 32
_MOST_TEXT: Final = 20_000  # characters of one field or note
_WITH_COMMENTS: Final = frozenset({"/Text", "/Caret", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut"})
# The heading of the page that we add; a document speaks German, whoever reads it.
_HEADING: Final = "Notizen und längere Eingaben aus dieser Datei"
_PAGE: Final = (595, 842)  # points: A4
_EDGE: Final = 57  # points: 2 cm
_LINES_ON_A_PAGE: Final = 58
_MOST_PAGES_OF_NOTES: Final = 10


def flatten(pdf: pikepdf.Pdf) -> set[Remark]:
    """Draw all fields and marks into the pages of ``pdf``; notes come on a page of their own at its end.

    Says FORM when somebody had filled in or added something.
    """
    if not any("/Annots" in page.obj for page in pdf.pages):
        return set()
    work = _Flattening(pdf)
    for number, page in enumerate(pdf.pages, 1):
        for annotation in _annotations(page):
            work.look_at(annotation, number)
    work.finish()
    return {Remark.FORM} if work.filled else set()


def _annotations(page: pikepdf.Page) -> Iterator[Any]:
    listed = page.obj.get("/Annots")
    if isinstance(listed, Array):
        yield from (item for item in listed if isinstance(item, Dictionary))


class _Flattening:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._lettering = Lettering(pdf)
        form: Any = pdf.Root.get("/AcroForm")
        self._form: Any = form if isinstance(form, Dictionary) else Dictionary()
        stale: Any = self._form.get("/NeedAppearances")
        self._stale = stale is True
        self._notes: list[str] = []
        self._drawn = False
        self.filled = False

    def look_at(self, annotation: Any, number: int) -> None:
        """Make sure that what ``annotation`` holds shows. ``number``: of its page, from 1."""
        flags = annotation.get("/F", 0)
        if isinstance(flags, int) and flags & _HIDDEN:
            return
        kind = str(annotation.get("/Subtype"))
        rectangle = _rectangle(annotation)
        if kind == "/Widget":
            self._look_at_field(annotation, rectangle, number)
        elif kind not in {"/Link", "/Popup", "/FileAttachment"}:
            self._look_at_mark(annotation, kind, rectangle, number)
        self._drawn = self._drawn or "/AP" in annotation

    def _look_at_field(self, widget: Any, rectangle: list[float], number: int) -> None:
        kind = str(_inherited(widget, "/FT"))
        if kind == "/Btn":
            self._look_at_button(widget, rectangle)
        elif kind in {"/Tx", "/Ch"}:
            value = _text_of(_inherited(widget, "/V"), _inherited(widget, "/Opt") if kind == "/Ch" else None)
            if not value:
                return
            self.filled = True
            if (self._stale or _normal(widget) is None) and rectangle:
                self._set_text(widget, value, rectangle, number)

    def _set_text(self, widget: Any, value: str, rectangle: list[float], number: int) -> None:
        flags = _inherited(widget, "/Ff")
        flags = flags if isinstance(flags, int) else 0
        if flags & _PASSWORD:
            return
        longest, quadding = _inherited(widget, "/MaxLen"), _inherited(widget, "/Q")
        style = style_of(
            _bytes_of(_inherited(widget, "/DA") or self._form.get("/DA")),
            quadding=quadding if isinstance(quadding, int) else 0,
            multiline=bool(flags & _MULTILINE) or widget.get("/Subtype") == "/FreeText",
            comb=min(max(longest, 0), 200) if flags & _COMB and isinstance(longest, int) else 0,
        )
        width, height = rectangle[2] - rectangle[0], rectangle[3] - rectangle[1]
        turn = _turn(widget)
        drawn, fits = text_form(
            self._pdf, self._lettering, value, (height, width) if turn in {90, 270} else (width, height), style
        )
        drawn.Matrix = Array(
            {90: [0, 1, -1, 0, width, 0], 180: [-1, 0, 0, -1, width, height], 270: [0, -1, 1, 0, 0, height]}.get(
                turn, [1, 0, 0, 1, 0, 0]
            )
        )
        widget.AP = Dictionary(N=drawn)
        if not fits:
            self._notes.append(f"Seite {number}: {value}")

    def _look_at_button(self, widget: Any, rectangle: list[float]) -> None:
        flags = _inherited(widget, "/Ff")
        if isinstance(flags, int) and flags & _BUTTON:
            return
        chosen, state = _inherited(widget, "/V"), widget.get("/AS")
        normal = widget.get("/AP", Dictionary()).get("/N") if isinstance(widget.get("/AP"), Dictionary) else None
        if isinstance(normal, Dictionary):
            if isinstance(chosen, Name) and (state is None or self._stale):
                widget.AS = chosen if str(chosen) in normal else Name.Off
            self.filled = self.filled or widget.get("/AS") not in {None, "/Off"}
        elif normal is None and isinstance(state or chosen, Name) and (state or chosen) != "/Off" and rectangle:
            self.filled = True
            widget.AP = Dictionary(N=cross_form(self._pdf, (rectangle[2] - rectangle[0], rectangle[3] - rectangle[1])))
            if "/AS" in widget:
                del widget.AS

    def _look_at_mark(self, mark: Any, kind: str, rectangle: list[float], number: int) -> None:
        self.filled = True
        words = _text_of(mark.get("/Contents"), None)
        if kind == "/FreeText":
            if words and _normal(mark) is None and rectangle:
                self._set_text(mark, words, rectangle, number)
            return
        if words and kind in _WITH_COMMENTS:
            self._notes.append(f"Seite {number}: {words}")
        if _normal(mark) is None and rectangle:
            drawn = mark_form(self._pdf, mark, rectangle)
            if drawn is not None:
                mark.AP = Dictionary(N=drawn)

    def finish(self) -> None:
        """Nothing can be looked at afterwards."""
        if self._drawn:
            if "/NeedAppearances" in self._form:
                del self._form.NeedAppearances  # qpdf would leave out all fields
            self._pdf.flatten_annotations("all")
        if self._notes:
            self._add_pages_of_notes()
        self._lettering.finish()

    def _add_pages_of_notes(self) -> None:
        text = "\n".join([_HEADING, "", *self._notes])
        face = self._lettering.face_for(text)
        lines = wrapped(face, text[: _MOST_TEXT * 4], _PAGE[0] - 2 * _EDGE, 10)
        for start in range(0, min(len(lines), _LINES_ON_A_PAGE * _MOST_PAGES_OF_NOTES), _LINES_ON_A_PAGE):
            rows = [face.show(line) + b" T*" for line in lines[start : start + _LINES_ON_A_PAGE]]
            page = self._pdf.add_blank_page(page_size=_PAGE)
            page.obj.Resources = Dictionary(Font=Dictionary(P0=face.reference))
            page.obj.Contents = self._pdf.make_stream(
                b"BT /P0 10 Tf 12.5 TL %d %d Td %s ET" % (_EDGE, _PAGE[1] - _EDGE, b" ".join(rows))
            )


def _inherited(field: Any, key: str) -> Any:
    """``key`` of a field, or of those it is part of."""
    for _step in range(_MOST_PARENTS):
        if key in field:
            return field[key]
        field = field.get("/Parent")
        if not isinstance(field, Dictionary):
            return None
    return None


def _normal(annotation: Any) -> Any:
    """The picture of itself that ``annotation`` brought, or None."""
    pictures = annotation.get("/AP")
    normal = pictures.get("/N") if isinstance(pictures, Dictionary) else None
    if isinstance(normal, pikepdf.Stream):
        return normal
    return normal if isinstance(normal, Dictionary) and len(normal.keys()) else None


def _rectangle(annotation: Any) -> list[float]:
    """Left, bottom, right, top in points; empty when there is no place for anything."""
    edges = numbers(annotation.get("/Rect"))
    if len(edges) != 4:  # noqa: PLR2004 -- of a rectangle
        return []
    left, right = sorted(edges[::2])
    bottom, top = sorted(edges[1::2])
    return [left, bottom, right, top] if right - left > 1 and top - bottom > 1 else []


def _turn(widget: Any) -> int:
    settings = widget.get("/MK")
    turn = settings.get("/R") if isinstance(settings, Dictionary) else 0
    return turn % 360 if isinstance(turn, int) else 0


def _bytes_of(value: Any) -> bytes:
    return bytes(value)[:1000] if isinstance(value, pikepdf.String) else b""


def _string_of(stream: Any) -> Any:
    try:
        return pikepdf.String(stream.read_bytes()[: 4 * _MOST_TEXT])
    except BROKEN_STREAM:
        return None


def _text_of(value: Any, options: Any) -> str:
    """What a field or note says, as people read it; ``options``: pairs of what is sent and what is shown."""
    if isinstance(value, Array):
        return "; ".join(filter(None, (_text_of(part, options) for part in list(value)[:100])))
    if isinstance(value, pikepdf.Stream):
        value = _string_of(value)
    if not isinstance(value, pikepdf.String):
        return ""
    if isinstance(options, Array):
        for option in options:
            if isinstance(option, Array) and len(option) > 1 and option[0] == value:
                return _text_of(option[1], None)
    text = str(value)[:_MOST_TEXT]
    return "".join(letter for letter in text if letter in "\n\r\t" or letter.isprintable()).strip()
