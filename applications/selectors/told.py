"""Where money and post of a household went until now, by what it has handed in."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from applications.claim.changes import Told, last_told
from applications.claim.model import Claim
from applications.models import Application
from applications.selectors.application import claim_of

LOOKED_AT = 10  # submissions; each is opened


def told_before(case_id: UUID, *, before: datetime | None = None) -> Told:
    """Return the last word of the case on account and address, of what came in before a moment or until now. One SQL.

    Hand it to rules and comparisons only, never to a page: who fills in need not know what stood in earlier forms.
    """
    earlier = Application.objects.filter(case_id=case_id).select_related("submission")
    if before is not None:
        earlier = earlier.filter(received_at__lt=before)
    return last_told(_claims(earlier.order_by("-received_at", "-id")[:LOOKED_AT].iterator(chunk_size=LOOKED_AT)))


def _claims(applications: Iterator[Application]) -> Iterator[Claim]:
    for application in applications:
        claim = claim_of(application)
        if claim is not None:
            yield claim
