"""Photos that somebody takes with a phone for a paper of a draft that is open on a computer."""

from collections.abc import Iterator, Sequence

from applications.claim.matrix import is_restricted
from applications.domain.evidence import EvidenceLine
from applications.models import Draft
from portal.cases.models import Actor
from portal.documents.models import Document, HandOver
from portal.documents.selectors import handed_over
from portal.documents.services import open_hand_over


def hand_over_to_phone(actor: Actor, draft: Draft, line: EvidenceLine, *, back: str) -> HandOver:
    """The page with the code for this paper; ``back`` is the address it leads back to."""
    return open_hand_over(
        actor=actor,
        case=draft.case,
        person=draft.person,
        title=line.title,
        place=_place(draft) + line.key,
        back=back,
        evidence_code=line.item.document_class,
        evidence_person=line.item.person_id or "",
        is_restricted=is_restricted(line.item.document_class),
    )


def new_from_phone(
    actor: Actor, draft: Draft, lines: Sequence[EvidenceLine]
) -> Iterator[tuple[EvidenceLine, list[Document]]]:
    """What has come from a phone and belongs to no paper yet, by paper; one query when nothing has."""
    found = list(handed_over(actor, case_id=draft.case_id, place=_place(draft)))
    placed = {known for line in lines for document in line.documents for known in document.ids} if found else set()
    new = [document for document in found if document.pk not in placed]
    for line in lines if new else ():
        mine = [each for each in new if each.hand_over and each.hand_over.place == _place(draft) + line.key]
        if mine:
            yield line, mine


def _place(draft: Draft) -> str:
    return f"{draft.pk}:"
