"""Papers that are chosen for an item and not sent yet. Whoever may upload chooses, whoever may send sends."""

from collections.abc import Iterable, Sequence
from typing import Final

from django.db import transaction

from mailbox.domain.evidence_lifecycle import can_be_answered, lock_request
from mailbox.errors import PaperNotThere, RequestNotOpen
from mailbox.models import EvidenceItem
from mailbox.permissions import may_prepare
from mailbox.selectors import requests_visible_to
from mailbox.selectors.evidence_papers import owner_of_papers, place_of_item
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.documents.enums import MediaType
from portal.documents.models import Document, HandOver
from portal.documents.services import join_documents, open_hand_over

LONGEST_NAME: Final = 80  # of a file that is named after what was asked for


@transaction.atomic
def choose_papers(*, actor: Actor, item: EvidenceItem, documents: Iterable[Document]) -> None:
    """Keep uploads with the item until they are sent. Raises NotPermitted, RequestNotOpen, PaperNotThere."""
    _require(actor, item)
    wanted = list(documents)
    if any(document.case_id != item.request.case_id or document.handed_in_at for document in wanted):
        raise PaperNotThere
    item.uploads.add(*wanted)


@transaction.atomic
def make_one(*, actor: Actor, item: EvidenceItem, documents: Sequence[Document]) -> None:
    """Photos that belong together become one document of several pages. Raises NotPermitted, RequestNotOpen."""
    _require(actor, item)
    files = [document for document in documents if not document.is_refused]
    if len(files) > 1:
        name = f"{item.what[:LONGEST_NAME]}.pdf"
        item.uploads.add(join_documents(actor=actor, documents=files, name=name))


def pictures_of(documents: Iterable[Document]) -> list[Document]:
    """Those that are pages of something, as several pictures that come at once are."""
    return [each for each in documents if each.media_type != MediaType.PDF and not each.is_refused]


@transaction.atomic
def hand_over_to_phone(*, actor: Actor, item: EvidenceItem, back: str) -> HandOver:
    """The page with the code for photos of this item; ``back`` is the address that asks. Raises as `choose_papers`."""
    _require(actor, item)
    return open_hand_over(
        actor=actor,
        case=item.request.case,
        person=owner_of_papers(item),
        title=item.what,
        place=place_of_item(item),
        back=back,
        evidence_code=item.document_class,
        is_restricted=item.is_restricted,
    )


def _require(actor: Actor, item: EvidenceItem) -> None:
    request = item.request
    if not may_prepare(actor, request) or not requests_visible_to(actor).filter(pk=request.pk).exists():
        raise NotPermitted(request.case_id)
    item.request = lock_request(request.pk)
    item.refresh_from_db(fields=["status"])
    if not item.request.is_open or not can_be_answered(item):
        raise RequestNotOpen
