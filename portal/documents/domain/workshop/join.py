"""The pages of several plain PDFs become one, and some pages of one become another."""

from collections.abc import Sequence
from pathlib import Path

import pikepdf

from portal.documents.domain.workshop import bounds
from portal.documents.domain.workshop.codes import Refusal, Refused
from portal.documents.domain.workshop.pdf import save


def join(sources: Sequence[Path], target: Path) -> int:
    """Write the pages of ``sources``, in this order, to ``target``; returns how many. Raises Refused."""
    try:
        with bounds.bounded(), pikepdf.new() as whole:
            for source in sources:
                with source.open("rb") as file, bounds.open_pdf(file) as part:
                    if len(whole.pages) + len(part.pages) > bounds.MAX_PAGES:
                        raise Refused(Refusal.TOO_MANY_PAGES)
                    whole.pages.extend(part.pages)
            save(whole, target)
            return len(whole.pages)
    except bounds.BROKEN as error:
        raise Refused(bounds.refusal_of(error)) from None


def cut(source: Path, target: Path, *, first: int, last: int) -> int:
    """Write the pages ``first`` to ``last`` (from 1) of ``source`` to ``target``; returns how many. Raises Refused."""
    try:
        with bounds.bounded(), pikepdf.new() as some, source.open("rb") as file, bounds.open_pdf(file) as whole:
            some.pages.extend(whole.pages[first - 1 : last])
            if not len(some.pages):
                raise Refused(Refusal.UNREADABLE)
            save(some, target)
            return len(some.pages)
    except bounds.BROKEN as error:
        raise Refused(bounds.refusal_of(error)) from None
