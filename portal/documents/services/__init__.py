"""Use cases of the documents app."""

from portal.documents.domain.files import discard_file, open_file, store_file
from portal.documents.domain.intake import MOST_PAGES, TOO_HIGH, cut_out, draw, look_through
from portal.documents.services.documents import (
    content_for,
    discard_unsent_documents,
    erase_documents,
    keep_anyway,
    keep_double,
    mark_handed_in,
    mark_sent_by_office,
    open_document,
    remove_document,
)
from portal.documents.services.hand_over import close_hand_over, open_hand_over, receive_from_phone
from portal.documents.services.joining import join_documents, move_part, order_parts, take_apart
from portal.documents.services.office import discard_from_office, keep_pile, receive_from_office
from portal.documents.services.protecting import (
    decline_deletion,
    empty_document,
    propose_deletion,
    seal_document,
    unseal_document,
)
from portal.documents.services.receiving import receive_document
from portal.documents.services.replacing import add_pages, replace_document
from portal.documents.services.review import accept_documents, review_document
from portal.documents.services.viewing import Content, note_look, open_original, open_page, turn_page

__all__ = [
    "MOST_PAGES",
    "TOO_HIGH",
    "Content",
    "accept_documents",
    "add_pages",
    "close_hand_over",
    "content_for",
    "cut_out",
    "decline_deletion",
    "discard_file",
    "discard_from_office",
    "discard_unsent_documents",
    "draw",
    "empty_document",
    "erase_documents",
    "join_documents",
    "keep_anyway",
    "keep_double",
    "keep_pile",
    "look_through",
    "mark_handed_in",
    "mark_sent_by_office",
    "move_part",
    "note_look",
    "open_document",
    "open_file",
    "open_hand_over",
    "open_original",
    "open_page",
    "order_parts",
    "propose_deletion",
    "receive_document",
    "receive_from_office",
    "receive_from_phone",
    "remove_document",
    "replace_document",
    "review_document",
    "seal_document",
    "store_file",
    "take_apart",
    "turn_page",
    "unseal_document",
]
