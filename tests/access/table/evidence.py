"""Requests for evidence, on the claimant's side."""

from typing import Any

from mailbox.models import EvidenceRequest
from tests.access.table.rows import Row, of_claimant
from tests.access.world import World
from tests.factories.evidence import asked


def request_of(world: World) -> list[Any]:
    """A request that was sent to the claimant; made on first use, so that the world stays as it is for others."""
    case = world.submission.case
    known = EvidenceRequest.objects.filter(case=case, sent_at__isnull=False).first()
    return [(known or asked(case=case).request).pk]


def item_of(world: World) -> list[Any]:
    return [*request_of(world), 1]


TABLE: dict[str, Row | list[Row]] = {
    "mailbox:request": [of_claimant(request_of), of_claimant(request_of, "redirect", "post")],
    "mailbox:request_letter": of_claimant(request_of),
    "mailbox:request_sheet": of_claimant(item_of),
}
