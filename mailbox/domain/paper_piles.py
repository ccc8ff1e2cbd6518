"""A pile of scans, part by part: each cover sheet begins one."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from msgspec import Struct

from mailbox.domain.evidence_code import normalise_code
from mailbox.models import PaperScan
from portal.documents.domain.files import discard_file
from portal.documents.services import look_through


class Part(Struct, frozen=True):
    """Pages ``first`` to ``last`` of a pile; a cover sheet stood before them, if there is a ``code``.

    ``start``: the page of the sheet. ``is_sheet_alone``: behind it comes nothing, so that it is itself what is filed.
    ``has_other_code``: there is a QR code, but that of no cover sheet.
    """

    start: int
    first: int
    last: int
    code: str = ""
    is_sheet_alone: bool = False
    has_other_code: bool = False


def parts_of(codes: Sequence[Sequence[str]]) -> list[Part]:
    """The parts of a pile, from what the QR codes on each of its pages say. What comes before a sheet has no code.

    The same sheet twice in a row is one: both sides of it, or a sheet that lay in the pile twice.
    """
    sheets = [next(filter(None, map(normalise_code, page)), "") for page in codes]
    starts: list[int] = []
    for number, code in enumerate(sheets, start=1):
        is_again = bool(code) and number > 1 and sheets[number - 2] == code
        if (code and not is_again) or number == 1:
            starts.append(number)
    ends = [*(start - 1 for start in starts[1:]), len(sheets)][: len(starts)]
    return [_part(codes, sheets, start, end) for start, end in zip(starts, ends, strict=True)]


def _part(codes: Sequence[Sequence[str]], sheets: Sequence[str], start: int, end: int) -> Part:
    code = sheets[start - 1]
    first = start
    while code and first < end and sheets[first - 1] == code:
        first += 1
    others = any(text for page in codes[start - 1 : end] for text in page if not normalise_code(text))
    is_alone = bool(code) and sheets[first - 1] == code
    return Part(start, first, end, code, is_sheet_alone=is_alone, has_other_code=others and not code)


def read_pile(scan_id: UUID) -> None:
    """Make a pile safe and read its codes; once. Raises ScannerUnavailable, WorkshopClosed: nobody has looked yet."""
    scan = PaperScan.objects.select_related("stored").filter(pk=scan_id, checked_at__isnull=True).first()
    if scan is None or scan.stored is None:
        return
    pile = look_through(scan.stored)
    with transaction.atomic():
        current = PaperScan.objects.select_for_update().filter(pk=scan_id, checked_at__isnull=True).first()
        if current is None:  # thrown away, or read by another worker meanwhile
            if pile.plain is not None:
                discard_file(pile.plain)
            return
        current.plain, current.refusal, current.checked_at = pile.plain, pile.refusal, timezone.now()
        current.codes = [list(page) for page in pile.codes]
        current.save(update_fields=["plain", "refusal", "checked_at", "codes"])


def discard_pile(scan: PaperScan) -> None:
    """Delete a pile with its files."""
    files = [file for file in (scan.stored, scan.plain) if file is not None]
    scan.delete()
    for file in files:
        discard_file(file)
