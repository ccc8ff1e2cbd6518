"""What happens after something was found about a file: postbox entry, then an e-mail without contents."""

from uuid import UUID

from mailbox.domain import document_news
from portal.documents.models import Document


def post_document_refused(subject_id: UUID) -> None:
    """Handle ``document.refused``: a message to the person. Idempotent.

    Nobody is told of a document that was deleted with its case meanwhile, nor of the office's own.
    """
    document = _document(subject_id)
    if document is not None and not document.is_from_office:
        document_news.say_not_usable(document)


def post_document_judged(subject_id: UUID) -> None:
    """Handle ``document.reviewed``: a message when the office cannot use it. Idempotent."""
    if document := _document(subject_id):
        document_news.say_judged(document)


def ask_about_deleting(subject_id: UUID) -> None:
    """Handle ``document.deletion_proposed``: the question to the person. Idempotent."""
    if document := _document(subject_id):
        document_news.ask_about_deleting(document)


def _document(document_id: UUID) -> Document | None:
    return Document.objects.select_related("person", "joined_into").filter(pk=document_id).first()
