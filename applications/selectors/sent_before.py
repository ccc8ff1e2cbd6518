"""What the person has sent before, with the day and the papers: what a new form need not ask again."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from applications.claim.model import Claim, Evidence
from applications.law.dates import day_of
from applications.models import Application
from applications.selectors.application import LOOKED_BACK, applications_visible_to, claim_of
from portal.cases.models import Actor
from portal.documents.models import Document


@dataclass(frozen=True, slots=True)
class Sent:
    """One submission: the day in Germany, the answers as they were typed, the papers that came with it.

    ``belongs_to``: the application that was sent, and the one that it corrects or adds to.
    """

    received_on: date
    answers: Mapping[str, Any]
    evidence: tuple[Evidence, ...]
    belongs_to: frozenset[UUID] = frozenset()


def sent_before(actor: Actor, person_id: UUID) -> list[Sent]:
    """Return the person's last submissions, the newest first, as far as ``actor`` may read them. At most two SQL."""
    visible = applications_visible_to(actor).filter(person_id=person_id).select_related("submission", "sent_answers")
    found = list(visible.order_by("-received_at", "-id")[:LOOKED_BACK])
    usable = _usable_documents(found)
    sent = []
    for application in found:
        answers = application.sent_answers.answers if hasattr(application, "sent_answers") else {}
        papers = tuple(_papers(claim_of(application), usable))
        belongs_to = frozenset(pk for pk in (application.pk, application.follows_id) if pk)
        sent.append(Sent(day_of(application.received_at), answers, papers, belongs_to))
    return sent


def _usable_documents(applications: Iterable[Application]) -> set[str]:
    """The ids of the files that are still there and that nobody has called useless. Every such condition goes here."""
    cases = {application.case_id for application in applications}
    if not cases:
        return set()
    there = Document.objects.present().filter(case_id__in=cases, handed_in_at__isnull=False)
    return {str(pk) for pk in there.values_list("pk", flat=True)}


def _papers(claim: Claim | None, usable: Container[str]) -> Iterator[Evidence]:
    """What was handed in or said about papers, without the files that are of no use."""
    for entry in claim.evidence if claim else ():
        files = tuple(file for file in entry.documents if file.id in usable)
        yield entry.model_copy(update={"documents": files})
