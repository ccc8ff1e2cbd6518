"""What belongs to one matter: an application, what it goes on with, and everything that was sent to it since."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from applications.claim.evidence import evidence_needed
from applications.claim.evidence_item import EvidenceItem
from applications.claim.model import Claim, PaperOnFile
from applications.models import Application
from applications.selectors.sent_before import LOOKED_AT, with_papers


def ids_of_matter(application: Application) -> frozenset[UUID]:
    """Return the ids of the application and all that ``follows`` links to it, in both directions. One SQL."""
    same = Application.objects.filter(case_id=application.case_id, person_id=application.person_id)
    follows = dict(same.values_list("pk", "follows_id"))
    first = _first(application.pk, follows)
    return frozenset(pk for pk in follows if _first(pk, follows) == first)


def matter_of(application: Application) -> list[Application]:
    """Return the applications of the matter, newest first. Two SQL."""
    found = Application.objects.filter(pk__in=ids_of_matter(application)).order_by("-received_at", "-id")
    return list(found.select_related("submission", "case__jobcenter")[:LOOKED_AT])


def papers_beside(application: Application) -> tuple[PaperOnFile, ...]:
    """Return the papers that came with the rest of the matter, before or after: nothing is asked twice. Three SQL."""
    others = [other for other in matter_of(application) if other.pk != application.pk]
    return tuple(paper for _other, _claim, papers in with_papers(others) for paper in papers)


def papers_still_to_come(application: Application) -> list[tuple[EvidenceItem, str]]:
    """Return the required papers of a matter of which no file has come, each with the name of the person it is about.

    By what was last said of it; promised or not. "" where only one person is asked about. Three SQL.
    """
    sent = list(with_papers(matter_of(application)))
    claim = next((claim for _each, claim, _papers in sent if claim and claim.supplement is None), None)
    if claim is None:
        return []
    came = [paper for _each, _claim, papers in sent for paper in papers]
    useless = _lines_sent(each for _each, each, _papers in sent if each) - {paper.line for paper in came}
    lying = (paper for paper in claim.on_file if paper.line not in useless)
    known = claim.model_copy(update={"on_file": (*lying, *came)})
    return [(item, _name(known, item.person_id)) for item in evidence_needed(known) if item.required]


def _lines_sent(claims: Iterable[Claim]) -> set[tuple[str, str | None, str | None]]:
    """The papers of which any file came, whatever became of it."""
    sent = (entry for claim in claims for entry in claim.evidence if entry.documents)
    return {(entry.document_class.value, entry.person_id, entry.item_id) for entry in sent}


def _name(claim: Claim, person_id: str | None) -> str:
    person = claim.person(person_id) if person_id and claim.household.members else None
    return person.first_name or person.display_name if person else ""


def _first(pk: UUID, follows: Mapping[UUID, UUID | None]) -> UUID:
    """The application that a chain of followers began with."""
    while (before := follows.get(pk)) is not None:
        pk = before
    return pk
