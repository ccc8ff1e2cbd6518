"""What the person has sent before, with the day and the papers: what a renewal need not ask again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from applications.claim.model import Evidence
from applications.law.dates import day_of
from applications.selectors.application import LOOKED_BACK, applications_visible_to, claim_of
from portal.cases.models import Actor


@dataclass(frozen=True, slots=True)
class Sent:
    """One submission: the day in Germany, the answers as they were typed, the papers that came with it."""

    received_on: date
    answers: Mapping[str, Any]
    evidence: tuple[Evidence, ...]


def sent_before(actor: Actor, person_id: UUID) -> list[Sent]:
    """Return the person's last submissions, the newest first, as far as ``actor`` may read them. One SQL."""
    found = applications_visible_to(actor).filter(person_id=person_id).select_related("submission", "sent_answers")
    sent = []
    for application in found.order_by("-received_at", "-id")[:LOOKED_BACK]:
        claim = claim_of(application)
        answers = application.sent_answers.answers if hasattr(application, "sent_answers") else {}
        sent.append(Sent(day_of(application.received_at), answers, claim.evidence if claim else ()))
    return sent
