"""What happens after a file was found not to be usable: postbox entry, then an e-mail without contents."""

from uuid import UUID

from mailbox.domain import document_news
from portal.documents.models import Document


def post_document_refused(subject_id: UUID) -> None:
    """Handle ``document.refused``: a message to the person. Idempotent.

    Nobody is told of a document that was deleted with its case meanwhile.
    """
    document = Document.objects.select_related("person", "joined_into").filter(pk=subject_id).first()
    if document is not None:
        document_news.say_not_usable(document)
