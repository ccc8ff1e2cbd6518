"""Reads of documents; each starts from what the actor may see. And how the virus scanner was when last seen."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from typing import Final
from uuid import UUID

from django.core.cache import cache
from django.db.models import Q, QuerySet
from django.utils import timezone
from msgspec import Struct

from portal.cases.enums import Scope
from portal.cases.models import Actor
from portal.cases.selectors import cases_visible_to, own_post_of
from portal.documents.enums import DocumentStatus, ScannerState
from portal.documents.models import Document, DocumentPage, HandOver
from portal.documents.models.document import DocumentQuerySet

SCANNER_SEEN: Final = "documents:scanner"  # in the cache; written by domain.scanner_watch
JUST_NOW: Final = datetime.timedelta(hours=1)  # so long whoever has sent something sees what became of it
PAGES_LOOKED_AT: Final = 300  # newest pages of a case that are compared with those of an upload


def documents_visible_to(actor: Actor) -> DocumentQuerySet:
    """Documents that are there, newest first: staff those of their cases, others those of cases they fill in or read.

    What a person has not sent yet is nobody else's business: staff see what was handed in, and what the office made.
    A standing that only allows to upload does not show what others have uploaded. Own post of a member is for them and
    who represents them by right.
    """
    documents = Document.objects.present().select_related("stored", "normalised")
    if actor.is_citizen:
        readable = actor.case_ids_with(Scope.FILL_IN) | actor.case_ids_with(Scope.READ_POSTBOX)
        shared = Q(case_id__in=readable, is_own_post=False)
        return documents.filter(shared | (Q(is_own_post=True) & own_post_of(actor)), is_from_office=False)
    found = documents.filter(case__in=cases_visible_to(actor))
    if actor.is_staff:
        found = found.filter(Q(handed_in_at__isnull=False) | Q(is_from_office=True))
    return found


def usable_documents(actor: Actor, *, case_id: UUID) -> DocumentQuerySet:
    """Of the waiting documents those that something can be made of, or may still."""
    return waiting_documents(actor, case_id=case_id).usable()


def waiting_documents(actor: Actor, *, case_id: UUID) -> DocumentQuerySet:
    """Visible documents of one case that are not part of anything sent yet; joined ones without their parts."""
    return documents_visible_to(actor).whole().filter(case_id=case_id, handed_in_at__isnull=True)


def scanner_state() -> ScannerState:
    """What the document workers saw when they last looked, at most some minutes ago; AWAY when none of them looks."""
    return ScannerState(cache.get(SCANNER_SEEN, ScannerState.AWAY.value))


def hand_over_of(actor: Actor, hand_over_id: UUID) -> HandOver | None:
    """The page for the phone that somebody on this case has opened; None for others."""
    shared = Q(case_id__in=actor.case_ids_with(Scope.UPLOAD), is_own_post=False)
    mine = Q(is_own_post=True) & own_post_of(actor, Scope.UPLOAD)
    return HandOver.objects.select_related("case").filter(shared | mine, pk=hand_over_id).first()


def hand_over_by_index(indexes: Sequence[str]) -> HandOver | None:
    """The page that the code with one of these indexes opens now; None when it is wrong or over."""
    found = HandOver.objects.filter(code_index__in=indexes, expires_at__gt=timezone.now())
    return found.select_related("case", "person").first()


def came_by(hand_over: HandOver) -> DocumentQuerySet:
    """What has arrived by it and is still there, in the order of arrival."""
    return Document.objects.present().filter(hand_over=hand_over).order_by("created_at", "id")


def handed_over(actor: Actor, *, case_id: UUID, place: str) -> DocumentQuerySet:
    """Visible waiting documents that came from a phone for places that begin with ``place``, in order of arrival."""
    found = waiting_documents(actor, case_id=case_id).filter(hand_over__place__startswith=place)
    return found.select_related("hand_over").order_by("created_at", "id")


def just_sent(actor: Actor) -> DocumentQuerySet:
    """What somebody who acts for a person has sent themselves within the last hour, and is not handed in yet.

    Who may only upload sees this, to send a page once more that cannot be read, and nothing else.
    """
    acting = actor.acting_for
    if acting is None or not actor.may(Scope.UPLOAD, acting.case_id):
        return Document.objects.none()
    return Document.objects.waiting().filter(
        case_id=acting.case_id,
        uploaded_by_standing_id=acting.standing_id,
        created_at__gt=timezone.now() - JUST_NOW,
    )


def documents_followed_by(actor: Actor) -> DocumentQuerySet:
    """Documents whose state the actor may know: what they see, and what they have just sent."""
    return documents_visible_to(actor) | just_sent(actor).select_related("stored", "normalised")


def by_every_id(documents: Iterable[Document]) -> dict[str, Document]:
    """Documents by every id under which a list may know them; they come ``with_parts``.

    Lists name the files that were uploaded. What was put together, replaced or taken apart since stands in their place.
    """
    return {str(known): document for document in documents for known in sorted(document.ids)}


def same_files(actor: Actor, documents: Collection[Document]) -> DocumentQuerySet:
    """Files of the same cases with the content of one of these, byte for byte; those themselves are among them."""
    return (
        documents_followed_by(actor)
        .filter(
            case_id__in={document.case_id for document in documents},
            sha256__in={document.sha256 for document in documents if document.sha256},
            is_joined=False,
        )
        .exclude(status=DocumentStatus.REFUSED)
    )


def own_post_in(case_ids: Collection[UUID]) -> DocumentQuerySet:
    """What of these cases belongs to the own post of somebody. For trails, which leave it out."""
    return Document.objects.filter(is_own_post=True, case_id__in=case_ids)


def same_in_case(actor: Actor, case_id: UUID, sha256: str) -> Document | None:
    """The first document that came into a case with this content, byte for byte; of a joined one the whole. For staff.

    What a person has not sent yet counts as not there, and so does own post: it is linked to nothing of others.
    """
    files = (
        documents_visible_to(actor)
        .handed_in()
        .filter(case_id=case_id, sha256=sha256, is_joined=False, is_own_post=False)
    )
    found = files.exclude(status=DocumentStatus.REFUSED).select_related("joined_into").order_by("created_at", "id")
    document = found.first()
    return (document.joined_into or document) if document else None


def same_pages_in_case(actor: Actor, document: Document) -> Document | None:
    """What came before with all the pages of ``document``, as the worker has noted it; the whole of a joined one."""
    if document.double_of_id is None or len(document.double_pages) < (document.pages or 1):
        return None
    before = (
        documents_visible_to(actor)
        .handed_in()
        .filter(pk=document.double_of_id, case_id=document.case_id, is_own_post=False)
    )
    found = before.select_related("joined_into").first()
    return (found.joined_into or found) if found else None


def pages_of_case(case_id: UUID, *, own_post_of_person: UUID | None = None) -> QuerySet[DocumentPage]:
    """The newest pages of a case that may be compared, with their documents: of a joined one those of its parts.

    For workers, which show them to nobody. Own post is compared with that of the same person alone.
    """
    own = Q(is_own_post=True, person=own_post_of_person) if own_post_of_person else Q(is_own_post=False)
    documents = Document.objects.present().filter(
        own, case_id=case_id, is_joined=False, is_restricted=False, is_from_office=False
    )
    pages = DocumentPage.objects.filter(document__in=documents.values("pk")).select_related("document")
    return pages.order_by("-document__created_at", "number")[:PAGES_LOOKED_AT]


def documents_in_case(actor: Actor, case_id: UUID) -> DocumentQuerySet:
    """What was handed in to one case, the oldest first; joined ones without their parts. For staff.

    What the person has not sent yet is nobody else's business.
    """
    found = documents_visible_to(actor).handed_in().whole().filter(case_id=case_id)
    return found.select_related("stored", "normalised", "case", "reviewed_by").order_by(
        "handed_in_at", "created_at", "id"
    )


def page_in_case(actor: Actor, *, case_id: UUID, document_id: UUID, number: int) -> DocumentPage | None:
    """One page of a document that was handed in, with the document and its picture; None for everything else."""
    documents = documents_in_case(actor, case_id).filter(pk=document_id)
    pages = DocumentPage.objects.select_related("document__case", "document__normalised", "image")
    return pages.filter(document__in=documents.values("pk"), number=number).first()


class Picture(Struct, frozen=True):
    """That there is a small picture of a document's first page; ``turn``: degrees clockwise until it is upright."""

    turn: int


def small_pictures(actor: Actor, documents: Iterable[Document]) -> dict[UUID, Picture]:
    """Of which of these documents the person sees a small picture in her list, by id. One query, or none.

    In the own affairs only: whoever helps sees names, and opens what they need. Restricted ones have none.
    """
    if not actor.is_citizen or actor.acting_for is not None:
        return {}
    open_ones = [each.pk for each in documents if not each.is_restricted and each.is_usable and not each.is_emptied]
    pages = DocumentPage.objects.filter(document__in=open_ones, number=1, thumbnail__isnull=False)
    return {document_id: Picture(turn) for document_id, turn in pages.values_list("document_id", "turn")}


def small_picture(actor: Actor, document_id: UUID) -> DocumentPage | None:
    """The first page of one of these documents, with its small picture; None for everything else."""
    document = documents_visible_to(actor).whole().filter(pk=document_id).first()
    if document is None or document.pk not in small_pictures(actor, [document]):
        return None
    return DocumentPage.objects.select_related("thumbnail").get(document=document, number=1)


def readable_pages(documents: Iterable[Document]) -> QuerySet[DocumentPage]:
    """Pages of these documents whose text is known, in order, each with its document; none of restricted ones."""
    open_ones = [document.pk for document in documents if not document.is_restricted]
    pages = DocumentPage.objects.filter(document__in=open_ones, text__isnull=False).select_related("document")
    return pages.order_by("document__handed_in_at", "document__created_at", "document_id", "number")


def doubles_around(document: Document) -> list[tuple[UUID, tuple[int, ...]]]:
    """What was noted of pages that were there before: (other document as a whole, numbers of the pages here).

    The numbers are empty where they are not known: those that came later, and parts of joined ones. One query.
    """
    family = Q(pk=document.pk) | Q(joined_into=document)
    before = Q(double_of=document) | Q(double_of__joined_into=document)
    noted = Document.objects.present().filter(family | before, double_of__isnull=False)
    rows = noted.values_list("pk", "joined_into", "double_of", "double_of__joined_into", "double_pages")
    found: list[tuple[UUID, tuple[int, ...]]] = []
    for own, whole, other, other_whole, pages in rows:
        if own == document.pk:
            found.append((other_whole or other, tuple(pages)))  # type: ignore[arg-type] # the filter: it is there
        else:
            found.append((other_whole or other if whole == document.pk else whole or own, ()))  # type: ignore[arg-type] # as above
    return found
