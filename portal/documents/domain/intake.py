"""A pile of scans before anybody knows to which case it belongs: made safe and plain, and searched for cover sheets."""

from typing import Final

from msgspec import Struct

from portal.documents.domain.files import open_file, reader, store_file
from portal.documents.domain.pipeline import harm_in, harm_inside
from portal.documents.domain.workshop import sandbox
from portal.documents.domain.workshop.outcome import WorkshopClosed, WorkshopFailed
from portal.documents.enums import MediaType, StoredFileKind
from portal.documents.errors import ContentUnavailable, PageNotDrawn, TooComplex
from portal.documents.models import StoredFile

MOST_PAGES: Final = 150  # each is looked at for a code; more in one run would take longer than a task may
TOO_HIGH: Final = "pile_too_high"
NOT_NOW: Final = (WorkshopFailed, WorkshopClosed, ContentUnavailable)


class Pile(Struct, frozen=True):
    """What became of it. ``refusal``: the code of a reason (`errors.refusal`), then there is nothing else.

    ``codes``: what the QR codes on each page say, one entry for each page.
    """

    refusal: str = ""
    plain: StoredFile | None = None
    codes: tuple[tuple[str, ...], ...] = ()


def look_through(stored: StoredFile, *, most: int = MOST_PAGES) -> Pile:
    """Scan a file for harm, make the plain PDF of it, keep that, and read the codes on its pages, ``most`` of them.

    Raises ScannerUnavailable, WorkshopClosed: then nobody has looked at it; try again.
    """
    with reader(stored) as content:
        refusal = harm_in(content)
    if refusal:
        return Pile(refusal)
    try:
        with sandbox.prepare(open_file(stored), media_type=stored.media_type) as outcome:
            refusal = outcome.refusal or harm_inside(outcome)
            if not refusal and outcome.pages > most:
                refusal = TOO_HIGH
            if refusal:
                return Pile(str(refusal))
            with outcome.document() as content:
                plain = store_file(content, media_type=MediaType.PDF, kind=StoredFileKind.NORMALISED)
        with sandbox.codes(open_file(plain)) as outcome:
            return Pile(plain=plain, codes=outcome.codes)
    except WorkshopFailed:
        return Pile(TooComplex.code)


def cut_out(plain: StoredFile, *, first: int, last: int) -> bytes:
    """Pages ``first`` to ``last`` as a PDF of their own. Raises PageNotDrawn when that cannot be done now."""
    try:
        with sandbox.cut(open_file(plain), first=first, last=last) as outcome, outcome.document() as content:
            return content.read()
    except NOT_NOW:
        raise PageNotDrawn from None


def draw(plain: StoredFile, number: int, *, width: int) -> bytes:
    """Page ``number`` as WebP, ``width`` pixels wide. Raises PageNotDrawn when that cannot be done now."""
    try:
        drawn = sandbox.pages(open_file(plain), first=number, last=number, width=width)
        with drawn as outcome, outcome.page(number) as picture:
            return picture.read()
    except NOT_NOW:
        raise PageNotDrawn from None
