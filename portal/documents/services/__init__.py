"""Use cases of the documents app."""

from portal.documents.services.documents import (
    discard_unsent_documents,
    erase_documents,
    mark_handed_in,
    open_document,
    receive_document,
    remove_document,
)
from portal.documents.services.files import discard_file, open_file, store_file

__all__ = [
    "discard_file",
    "discard_unsent_documents",
    "erase_documents",
    "mark_handed_in",
    "open_document",
    "open_file",
    "receive_document",
    "remove_document",
    "store_file",
]
