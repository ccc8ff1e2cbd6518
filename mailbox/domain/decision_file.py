"""Whether the file of a decision could be opened at this moment."""

from mailbox.errors import NotRetrievable
from portal.documents.enums import DocumentStatus
from portal.documents.errors import ContentUnavailable
from portal.documents.models import Document
from portal.documents.services import open_file


def check_retrievable(document: Document) -> None:
    """Open the file and read its beginning, as the person would. Raises NotRetrievable when that does not go."""
    stored = document.stored
    if stored is None or document.status != DocumentStatus.RELEASED:
        raise NotRetrievable(document.pk)
    try:
        first = next(open_file(stored), b"")
    except ContentUnavailable:
        raise NotRetrievable(document.pk) from None
    if not first:
        raise NotRetrievable(document.pk)
