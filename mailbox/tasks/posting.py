"""What happens after a receipt was issued: postbox entry, then an e-mail without contents."""

from uuid import UUID

from mailbox.domain import posting
from mailbox.models import Message
from portal.notices.enums import Template
from portal.notices.services import send_notice
from portal.submissions.models import Submission


def post_receipt(subject_id: UUID) -> None:
    """Handle ``receipt.issued``: put the receipt of this submission into the postbox. Idempotent."""
    posting.post_receipt(Submission.objects.select_related("person", "case").get(pk=subject_id))


def notify_person(subject_id: UUID) -> None:
    """Handle ``message.posted``: tell the person by e-mail that something is there, not what. Idempotent."""
    message = Message.objects.select_related("thread").get(pk=subject_id)
    send_notice(person_id=message.thread.person_id, template=Template.NEW_MESSAGE, subject_id=message.pk)
