"""What belongs to one matter: an application, what it goes on with, and everything that was sent to it since."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from applications.claim.evidence import evidence_needed, is_covered
from applications.claim.evidence_item import EvidenceItem
from applications.claim.model import Claim, Evidence, PaperOnFile
from applications.law.dates import day_of
from applications.models import Application
from applications.selectors.application import claim_of
from portal.documents.enums import DocumentStatus
from portal.documents.models import Document

LOOKED_AT = 20  # submissions of a matter; each is opened


def matter_of(application: Application) -> list[Application]:
    """Return the application and all that is linked to it by ``follows``, in both directions, newest first. Two SQL."""
    same = Application.objects.filter(case_id=application.case_id, person_id=application.person_id)
    follows = dict(same.values_list("pk", "follows_id"))
    first = _first(application.pk, follows)
    linked = [pk for pk in follows if _first(pk, follows) == first]
    found = same.filter(pk__in=linked).select_related("submission", "case__jobcenter")
    return list(found.order_by("-received_at", "-id")[:LOOKED_AT])


def papers_of_matter(application: Application) -> list[PaperOnFile]:
    """Return what was handed in with an application and to it since, newest first. Three SQL.

    What lay in the file already when one of them was sent (a renewal) lies there still. A promise is no paper, and a
    file that could not be accepted is none either.
    """
    return list(_papers(matter_of(application), _refused(application)))


def proofs_beside(application: Application) -> tuple[Evidence, ...]:
    """Return the papers that came with the rest of the matter, before or after: nothing is asked twice. Three SQL."""
    refused = _refused(application)
    others = (other for other in matter_of(application) if other.pk != application.pk)
    claims = (claim_of(other) for other in others)
    return tuple(entry for claim in claims if claim for entry in claim.evidence if _has_file(entry, refused))


def papers_still_to_come(application: Application) -> list[tuple[EvidenceItem, str]]:
    """Return the required papers of a matter of which no file has come, each with the name of the person it is about.

    By what was last said of it; promised or not. "" where only one person is asked about. Three SQL.
    """
    matter, refused = matter_of(application), _refused(application)
    claim = next((claim for claim in map(claim_of, matter) if claim and claim.supplement is None), None)
    if claim is None:
        return []
    known = claim.model_copy(update={"on_file": (*claim.on_file, *_papers(matter, refused))})
    there = tuple(entry for entry in known.evidence if _has_file(entry, refused))
    needed = (item for item in evidence_needed(known) if item.required and not is_covered(item, there))
    return [(item, _name(known, item.person_id)) for item in needed]


def _papers(matter: list[Application], refused: frozenset[str]) -> Iterator[PaperOnFile]:
    for application in matter:
        claim = claim_of(application)
        if claim is None:
            continue
        day = day_of(application.received_at)
        for entry in claim.evidence:
            if _has_file(entry, refused):
                yield PaperOnFile(
                    document_class=entry.document_class,
                    person_id=entry.person_id,
                    item_id=entry.item_id,
                    received_on=day,
                )
        yield from claim.on_file


def _refused(application: Application) -> frozenset[str]:
    """Ids of the files of the case that were sent and could not be accepted afterwards."""
    found = Document.objects.filter(case_id=application.case_id, status=DocumentStatus.REFUSED)
    return frozenset(str(pk) for pk in found.values_list("pk", flat=True))


def _has_file(entry: Evidence, refused: frozenset[str]) -> bool:
    return any(document.id not in refused for document in entry.documents)


def _name(claim: Claim, person_id: str | None) -> str:
    person = claim.person(person_id) if person_id and claim.household.members else None
    return person.first_name or person.display_name if person else ""


def _first(pk: UUID, follows: Mapping[UUID, UUID | None]) -> UUID:
    """The application that a chain of followers began with."""
    while (before := follows.get(pk)) is not None:
        pk = before
    return pk
