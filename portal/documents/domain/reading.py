"""Page by page something to look at and to search in: pictures first, then the text of what has no text layer.

In slices, because nobody shall wait behind somebody else's 500 pages: each run does a part and brings up the next.
A run works outside of locks and then writes everything at once, if the document is still the one it has looked at.
"""

import logging
import time
from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any, Final
from uuid import UUID

from msgspec import Struct

from portal.documents.domain.doubles import note_double
from portal.documents.domain.files import open_file, store_file
from portal.documents.domain.joining import usable_parts
from portal.documents.domain.ocr_languages import languages_for
from portal.documents.domain.workshop import sandbox
from portal.documents.domain.workshop.outcome import Outcome, WorkshopFailed
from portal.documents.enums import DocumentStatus, StoredFileKind
from portal.documents.models import Document, DocumentPage, StoredFile
from portal.outbox.services import publish

log = logging.getLogger(__name__)

WIDTH: Final = 1240  # pixels of a picture: A4 at 150 dots an inch
PICTURE: Final = "image/webp"
DRAWN_AT_ONCE: Final = 20  # pages
BUDGET: Final = 25.0  # seconds after which a run of reading begins no further page
READING: Final = sandbox.Limits(seconds=50.0, cpu=45)  # for one page
TIME_LIMIT: Final = 85  # seconds of a run: the budget, a last page and some room
LEAST_TEXT: Final = 10  # characters that make a text layer; fewer are a page number on a scan


class _Seen(Struct, frozen=True):
    """What was found out about a page. ``text`` None: it has no text layer. ``picture``: where there is one."""

    text: str | None = None
    picture: bytes = b""
    thumbnail: bytes = b""
    width: int = 0
    height: int = 0
    notes: tuple[str, ...] = ()
    fingerprint: str = ""
    turn: int | None = None


def read_pages(document_id: UUID) -> None:
    """Do the next slice of a released document and publish ``document.pages_left`` when there is more.

    Nothing is kept of the pages of restricted documents, nor of parts: the whole is read. Raises WorkshopClosed.
    """
    document = _readable().filter(pk=document_id).first()
    if document is None or document.normalised is None:
        return
    seen = _draw(document) or _read(document)
    if not seen or not _keep(document, seen):
        return
    if _left(document):
        publish("document.pages_left", document.pk)
    else:
        _note_doubles(document)


def _note_doubles(document: Document) -> None:
    """Compare what was drawn with what came before. Of a joined document the parts are compared: their pages get the
    fingerprints of the whole, which are in the same order.
    """
    if not document.is_joined:
        note_double(document.pk)
        return
    parts = usable_parts(document)
    pages = [page for part in parts for page in part.page_list.order_by("number")]
    for page, whole in zip(pages, document.page_list.order_by("number"), strict=False):
        page.fingerprint = whole.fingerprint
        page.save(update_fields=["fingerprint"])
    for part in parts:
        note_double(part.pk)


def draw_page(document: Document, number: int) -> bytes:
    """Page ``number`` as WebP, drawn this moment: of restricted documents no picture is kept.

    Raises WorkshopFailed, WorkshopClosed, ContentUnavailable.
    """
    if document.normalised is None:
        raise WorkshopFailed("empty")
    with _pages(document.normalised, number, number) as outcome, outcome.page(number) as picture:
        return picture.read()


def unread() -> Iterable[UUID]:
    """Documents of which something is left to read though nothing is under way: for the operator's command."""
    some = DocumentPage.objects.filter(text__isnull=True).values("document")
    found: Iterable[UUID] = _readable().filter(pk__in=some).values_list("pk", flat=True)
    return found


def _readable() -> Any:
    """Documents whose pages are kept beside the PDF."""
    return (
        Document.objects.present()
        .select_related("normalised", "person")
        .filter(status=DocumentStatus.RELEASED, is_restricted=False, joined_into__isnull=True, normalised__isnull=False)
    )


def _left(document: Document) -> bool:
    return document.page_list.filter(text__isnull=True).exists()


def _pages(clean: StoredFile, first: int, last: int) -> AbstractContextManager[Outcome]:
    return sandbox.pages(open_file(clean), first=first, last=last, width=WIDTH)


def _draw(document: Document) -> dict[int, _Seen]:
    """Pictures of the next pages that have none; empty when all have. What cannot be drawn has no text either."""
    undrawn = document.page_list.filter(image__isnull=True, text__isnull=True).order_by("number")
    numbers = list(undrawn.values_list("number", flat=True)[:DRAWN_AT_ONCE])
    if not numbers or document.normalised is None:
        return {}
    first, last = numbers[0], min(numbers[-1], numbers[0] + DRAWN_AT_ONCE - 1)
    try:
        with _pages(document.normalised, first, last) as outcome:
            seen = {number: _seen(outcome, number, first) for number in range(first, last + 1)}
    except WorkshopFailed:
        seen = {number: _draw_alone(document.normalised, number) for number in range(first, last + 1)}
    return {number: page for number, page in seen.items() if number in numbers}


def _draw_alone(clean: StoredFile, number: int) -> _Seen:
    """One page spoils the slice: the others are drawn all the same."""
    try:
        with _pages(clean, number, number) as outcome:
            return _seen(outcome, number, number)
    except WorkshopFailed as error:
        log.warning("page %s of file %s cannot be drawn: %s", number, clean.pk, error.reason)
        return _Seen(text="")


def _seen(outcome: Outcome, number: int, first: int) -> _Seen:
    """Raises WorkshopFailed."""
    place = number - first
    if place >= len(outcome.sizes) or not all(outcome.sizes[place]):
        return _Seen(text="")
    width, height = outcome.sizes[place]
    layer = outcome.texts[place].strip()
    with outcome.page(number) as picture, outcome.thumb(number) as thumbnail:
        return _Seen(
            text=layer if len(layer) >= LEAST_TEXT else None,
            picture=picture.read(),
            thumbnail=thumbnail.read(),
            width=width,
            height=height,
            notes=tuple(note.value for note in outcome.notes[place]),
            fingerprint=outcome.fingerprints[place],
        )


def _read(document: Document) -> dict[int, _Seen]:
    """The text of the next pages without one, by looking at them, as long as the budget lasts.

    Empty when all have one, or nothing here can read: then it stays unread, and operators see why.
    """
    numbers = list(document.page_list.filter(text__isnull=True).order_by("number").values_list("number", flat=True))
    if not numbers or document.normalised is None:
        return {}
    seen: dict[int, _Seen] = {}
    languages = languages_for(document.person)
    end = time.monotonic() + BUDGET
    for number in numbers:
        found = _read_alone(document.normalised, number, languages)
        if found is None:
            log.error("tesseract or a language of %s is missing: scans are not read", languages)
            break
        seen[number] = found
        if time.monotonic() > end:
            break
    return seen


def _read_alone(clean: StoredFile, number: int, languages: str) -> _Seen | None:
    """One page in a child of its own, so that none spoils the others; None when nothing here can read."""
    try:
        with sandbox.read(open_file(clean), page=number, languages=languages, limits=READING) as outcome:
            return _Seen(text=outcome.texts[0], turn=outcome.turns[0]) if outcome.texts else None
    except WorkshopFailed as error:
        log.warning("page %s of file %s cannot be read: %s", number, clean.pk, error.reason)
        return _Seen(text="")


def _keep(document: Document, seen: dict[int, _Seen]) -> bool:
    """Write what was found out; False when the document was arranged anew, sealed or removed meanwhile."""
    current = _readable().select_for_update(of=("self",)).filter(pk=document.pk, normalised=document.normalised).first()
    if current is None:
        return False
    for page in current.page_list.filter(number__in=seen, text__isnull=True):
        _keep_page(page, seen[page.number])
    return True


def _keep_page(page: DocumentPage, seen: _Seen) -> None:
    if seen.picture and page.image_id is None:
        page.image = store_file(seen.picture, media_type=PICTURE, kind=StoredFileKind.PAGE)
        page.thumbnail = store_file(seen.thumbnail, media_type=PICTURE, kind=StoredFileKind.PAGE)
        page.width, page.height = seen.width, seen.height
    page.text = seen.text
    page.turn = page.turn if seen.turn is None else seen.turn
    page.notes = page.notes or list(seen.notes)
    page.fingerprint = page.fingerprint or seen.fingerprint or None
    page.save()
