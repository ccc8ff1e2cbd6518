"""What is kept of single pages beside the PDF: pictures and text. Made anew at any time, so it may go at any time."""

from collections.abc import Iterable

from portal.documents.domain.files import discard_file
from portal.documents.models import Document, DocumentPage, StoredFile


def page_files(document: Document) -> list[StoredFile]:
    """The stored pictures of its pages. One query."""
    pages = document.page_list.select_related("image", "thumbnail")
    return [file for page in pages for file in (page.image, page.thumbnail) if file is not None]


def drop_pages(document: Document) -> None:
    """Delete the rows of its pages with their pictures; the caller has locked the document."""
    files = page_files(document)
    document.page_list.all().delete()
    for stored in files:
        discard_file(stored)


def forget_pages(documents: Iterable[Document]) -> None:
    """Keep of the pages only their number: no picture, no text, no fingerprint. The caller has locked the documents."""
    for document in documents:
        files = page_files(document)
        # text is encrypted, so rows are written one by one; None needs no key
        DocumentPage.objects.filter(document=document).update(
            image=None, thumbnail=None, text=None, fingerprint=None, notes=[], turn=0
        )
        document.double_of, document.double_pages = None, []
        document.save(update_fields=["double_of", "double_pages"])
        for stored in files:
            discard_file(stored)
