"""Tables of the documents app."""

from portal.documents.models.document import Document
from portal.documents.models.hand_over import HandOver
from portal.documents.models.page import DocumentPage
from portal.documents.models.step import DocumentStep
from portal.documents.models.stored_file import StoredFile

__all__ = ["Document", "DocumentPage", "DocumentStep", "HandOver", "StoredFile"]
