"""Use cases of the documents app."""

from portal.documents.services.documents import (
    content_for,
    discard_unsent_documents,
    erase_documents,
    keep_anyway,
    keep_double,
    mark_handed_in,
    open_document,
    remove_document,
)
from portal.documents.services.files import discard_file, open_file, store_file
from portal.documents.services.hand_over import close_hand_over, open_hand_over, receive_from_phone
from portal.documents.services.joining import join_documents, move_part, order_parts, take_apart
from portal.documents.services.receiving import receive_document
from portal.documents.services.replacing import add_pages, replace_document

__all__ = [
    "add_pages",
    "close_hand_over",
    "content_for",
    "discard_file",
    "discard_unsent_documents",
    "erase_documents",
    "join_documents",
    "keep_anyway",
    "keep_double",
    "mark_handed_in",
    "move_part",
    "open_document",
    "open_file",
    "open_hand_over",
    "order_parts",
    "receive_document",
    "receive_from_phone",
    "remove_document",
    "replace_document",
    "store_file",
    "take_apart",
]
