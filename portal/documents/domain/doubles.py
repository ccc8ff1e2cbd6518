"""What we have already: the same file, or the same page saved anew. Told softly, never refused, never across cases."""

from collections.abc import Callable, Collection, Iterable
from typing import Final
from uuid import UUID

from msgspec import Struct

from portal.cases.models import Actor
from portal.documents.domain.workshop.likeness import is_same_page
from portal.documents.models import Document
from portal.documents.selectors import documents_followed_by, pages_of_case, same_files

PAGES: Final = 50  # of one document that are compared: each comparison takes a worker 0.3 ms


class Twin(Struct, frozen=True):
    """``document`` was there before. ``pages``: the numbers of the pages that look like its pages, () for the file."""

    document: Document
    pages: tuple[int, ...] = ()


def note_double(document_id: UUID, *, is_same: Callable[[str, str], bool] = is_same_page) -> None:
    """Compare the pages of a released document with those that came before in its case, and keep what was found.

    Pages of different documents may be known already: the first of them is named. Idempotent.
    """
    document = Document.objects.present().filter(pk=document_id, is_joined=False, is_restricted=False).first()
    if document is None:
        return
    own = [(page.number, page.fingerprint) for page in document.page_list.all()[:PAGES] if page.fingerprint]
    own_post = document.person_id if document.is_own_post else None
    older = [
        (page.fingerprint, page.document)
        for page in pages_of_case(document.case_id, own_post_of_person=own_post)
        if page.fingerprint and _before(page.document, document)
    ]
    found = {}
    for number, mine in own:
        known = next((before for theirs, before in older if is_same(theirs, mine)), None)
        if known is not None:
            found[number] = known
    double_of = next(iter(found.values()), None)
    Document.objects.filter(pk=document.pk).update(double_of=double_of, double_pages=sorted(found))


def twins_of(actor: Actor, documents: Iterable[Document]) -> dict[UUID, Twin]:
    """By id what was there before each of these documents, parts of joined ones among them; two queries at most.

    Of what is not sent yet only, and not where the person has said that it shall stay.
    """
    asked = [
        document
        for whole in documents
        for document in (whole.part_list or (whole,))
        if document.handed_in_at is None and not document.kept_double and not document.is_refused
    ]
    if not asked:
        return {}
    return {**_similar(actor, asked), **_same_files(actor, asked)}


def _same_files(actor: Actor, asked: Collection[Document]) -> dict[UUID, Twin]:
    by_content: dict[tuple[UUID, str], list[Document]] = {}
    for known in same_files(actor, asked):
        by_content.setdefault((known.case_id, known.sha256), []).append(known)
    twins = {}
    for document in asked:
        known_files = by_content.get((document.case_id, document.sha256), ())
        earlier = [each for each in known_files if _before(each, document)]
        if earlier:
            twins[document.pk] = Twin(min(earlier, key=_age))
    return twins


def _similar(actor: Actor, asked: Collection[Document]) -> dict[UUID, Twin]:
    """As noted, where what was there before is still there and may be known to the actor."""
    noted = [(document, document.double_of_id) for document in asked if document.double_of_id]
    if not noted:
        return {}
    wanted = {before for _document, before in noted}
    known = {each.pk: each for each in documents_followed_by(actor).filter(pk__in=wanted)}
    return {
        document.pk: Twin(known[before], tuple(document.double_pages)) for document, before in noted if before in known
    }


def _before(one: Document, other: Document) -> bool:
    return one.pk != other.pk and _age(one) < _age(other)


def _age(document: Document) -> tuple[float, UUID]:
    return document.created_at.timestamp(), document.pk
