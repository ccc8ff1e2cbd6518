"""From the code of a cover sheet to what was asked for in one case."""

from uuid import UUID

from mailbox.domain.evidence_code import normalise_code
from mailbox.enums import RequestStatus
from mailbox.models import EvidenceItem


def item_with_code(case_id: UUID, code: str) -> EvidenceItem | None:
    """Return what was asked for in this case under a code, as typed; None when nothing is."""
    plain = normalise_code(code)
    if not plain:
        return None
    asked = (RequestStatus.SENT, RequestStatus.SETTLED)
    found = EvidenceItem.objects.filter(code=plain, request__case_id=case_id, request__status__in=asked)
    return found.select_related("request__case", "request__thread").first()
