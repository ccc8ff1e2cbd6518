"""Papers around a request: chosen and not sent yet, sent with an answer, and what the case has already."""

from collections.abc import Collection, Iterable
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from mailbox.enums import RequestStatus
from mailbox.models import EvidenceAnswer, EvidenceItem, EvidenceRequest
from portal.cases.models import Actor, Person
from portal.documents.models import Document, HandOver
from portal.documents.models.document import DocumentQuerySet
from portal.documents.selectors import by_every_id, documents_visible_to, handed_over

ALREADY_THERE: Final = 40  # newest papers of a case that are offered
_PLACE: Final = "request:"  # of hand-overs to a phone
_CHOSEN = EvidenceItem.uploads.through.objects
_SENT = EvidenceAnswer.documents.through.objects


def uploads_of(actor: Actor, request: EvidenceRequest) -> dict[UUID, list[Document]]:
    """What was chosen for each item and not sent yet, ``to_show``, by the item's id; what was joined or replaced since
    stands in the place of what was chosen. One query when there is nothing.
    """
    rows = list(_CHOSEN.filter(evidenceitem__request=request).values_list("evidenceitem_id", "document_id"))
    if not rows:
        return {}
    ids = {document_id for _item, document_id in rows}
    wanted = Q(pk__in=ids) | Q(place__in=ids) | Q(parts__pk__in=ids) | Q(parts__place__in=ids)
    waiting = documents_visible_to(actor).whole().waiting().filter(wanted, case_id=request.case_id)
    known = by_every_id(waiting.distinct().order_by("created_at", "id").to_show())
    found: dict[UUID, list[Document]] = {}
    for item_id, document_id in rows:
        document = known.get(str(document_id))
        if document is not None and document not in found.setdefault(item_id, []):
            found[item_id].append(document)
    for documents in found.values():
        documents.sort(key=lambda document: (document.created_at, document.pk))
    return found


def papers_sent(request: EvidenceRequest) -> dict[UUID, list[Document]]:
    """What was sent to each item, ``to_show``, by the item's id, the latest last. One query when there is nothing."""
    rows = list(
        _SENT.filter(evidenceanswer__item__request=request)
        .order_by("evidenceanswer__created_at", "pk")
        .values_list("evidenceanswer__item_id", "document_id")
    )
    if not rows:
        return {}
    documents = Document.objects.present().filter(pk__in={document_id for _item, document_id in rows}).to_show()
    known = {document.pk: document for document in documents}
    found: dict[UUID, list[Document]] = {}
    for item_id, document_id in rows:
        if document_id in known and known[document_id] not in found.setdefault(item_id, []):
            found[item_id].append(known[document_id])
    return found


def papers_there(actor: Actor, request: EvidenceRequest) -> DocumentQuerySet:
    """The newest papers of the case that were handed in before and may answer an item, too."""
    there = documents_visible_to(actor).handed_in().whole().usable().filter(case_id=request.case_id)
    return there.filter(emptied_at__isnull=True).order_by("-handed_in_at", "-created_at")[:ALREADY_THERE]


def owner_of_papers(item: EvidenceItem) -> Person:
    """Whose the papers for an item are: whom it is about; in own post who was asked, so that nobody else sees them."""
    asked = item.request.person
    return asked if asked.wants_own_post_since is not None else item.person or asked


def place_of_item(item: EvidenceItem) -> str:
    """Under which place a phone hands over photos for this item."""
    return f"{_PLACE}{item.request_id}:{item.pk}"


def new_for_items(
    actor: Actor, request: EvidenceRequest, items: Iterable[EvidenceItem]
) -> list[tuple[EvidenceItem, list[Document]]]:
    """What has come from a phone and belongs to no item yet, by item. One query when nothing has."""
    arrived = list(handed_over(actor, case_id=request.case_id, place=f"{_PLACE}{request.pk}:"))
    if not arrived:
        return []
    chosen = {known for documents in uploads_of(actor, request).values() for each in documents for known in each.ids}
    new = [document for document in arrived if document.pk not in chosen]
    by_place = {place_of_item(item): item for item in items}
    found: dict[str, list[Document]] = {}
    for document in new:
        hand_over: HandOver | None = document.hand_over
        if hand_over is not None and hand_over.place in by_place:
            found.setdefault(hand_over.place, []).append(document)
    return [(by_place[place], documents) for place, documents in found.items()]


def apart_from_answers(documents: DocumentQuerySet) -> DocumentQuerySet:
    """Leave out what was chosen to answer a request: it is sent with the answer, not with a form."""
    chosen = _CHOSEN.values("document_id")
    own = Q(pk__in=chosen) | Q(place__in=chosen) | Q(hand_over__place__startswith=_PLACE)
    here = Document.objects.filter(own, pk=OuterRef("pk"))
    parts = Document.objects.filter(own, joined_into=OuterRef("pk"))
    return documents.filter(~Exists(here), ~Exists(parts))


def files_of_answers(case_ids: Collection[UUID]) -> frozenset[UUID]:
    """Ids of what was chosen for open requests of these cases, with parts and wholes: nobody tidies that away."""
    chosen = _CHOSEN.filter(
        evidenceitem__request__case_id__in=case_ids, evidenceitem__request__status=RequestStatus.SENT
    ).values("document_id")
    known = Q(pk__in=chosen) | Q(place__in=chosen) | Q(joined_into__in=chosen)
    rows = Document.objects.waiting().filter(known, case_id__in=case_ids).values_list("pk", "joined_into")
    return frozenset(each for row in rows for each in row if each is not None)
