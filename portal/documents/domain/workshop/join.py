"""The pages of several plain PDFs become one."""

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
