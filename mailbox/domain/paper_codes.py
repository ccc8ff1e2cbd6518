"""From the code of a cover sheet to what was asked for, and to whoever files the paper there."""

from collections.abc import Callable
from typing import Final
from uuid import UUID

from mailbox.enums import RequestStatus
from mailbox.models import EvidenceItem

# Called with actor, item, document and received_at, all by name.
Filing = Callable[..., object]
_LOOKALIKES: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})
_filings: list[Filing] = []


def file_papers_with(filing: Filing) -> None:
    """Let ``filing`` put a paper that came with a code to its item; called once when Django starts."""
    if filing not in _filings:
        _filings.append(filing)


def filings() -> tuple[Filing, ...]:
    """Who files papers."""
    return tuple(_filings)


def item_with_code(case_id: UUID, code: str) -> EvidenceItem | None:
    """Return what was asked for in this case under a code, as typed; None when nothing is."""
    plain = "".join(sign for sign in code.upper() if sign.isalnum()).translate(_LOOKALIKES)
    if not plain:
        return None
    asked = (RequestStatus.SENT, RequestStatus.SETTLED)
    found = EvidenceItem.objects.filter(code=plain, request__case_id=case_id, request__status__in=asked)
    return found.select_related("request__case", "request__thread").first()
