"""What staff need to read only once: the same file, or the same pages, sent several times in one case."""

from collections.abc import Iterable
from uuid import UUID

from msgspec import Struct

from portal.documents.models import Document


class Like(Struct, frozen=True):
    """A document that holds the same: the whole file, or ``pages`` of the one that is looked at (empty: some pages)."""

    document: Document
    is_same_file: bool
    pages: tuple[int, ...] = ()


def alike(document: Document, others: Iterable[Document], noted: Iterable[tuple[UUID, tuple[int, ...]]]) -> list[Like]:
    """The ``others`` that hold the same file as ``document``, or pages that look alike; in their order.

    ``noted``: what workers have found (`domain.doubles`), by the other document. Restricted documents are compared
    with nobody's.
    """
    pages = dict(noted)
    is_comparable = bool(document.sha256) and not document.is_restricted
    likes = []
    for other in others:
        if other.pk == document.pk or other.is_restricted:
            continue
        if is_comparable and other.sha256 == document.sha256:
            likes.append(Like(other, is_same_file=True))
        elif other.pk in pages:
            likes.append(Like(other, is_same_file=False, pages=pages[other.pk]))
    return likes
