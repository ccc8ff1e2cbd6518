"""What happens after a receipt was issued: postbox entry, then an e-mail without contents."""

from uuid import UUID

from mailbox.domain import posting
from mailbox.models import Message
from portal.cases.domain.addressee import Addressees, addressees
from portal.cases.selectors import representing
from portal.notices.enums import Template
from portal.notices.services import send_notice, send_notice_to_representative
from portal.submissions.models import Submission


def post_receipt(subject_id: UUID) -> None:
    """Handle ``receipt.issued``: put the receipt of this submission into the postbox. Idempotent."""
    posting.post_receipt(Submission.objects.select_related("person", "case").get(pk=subject_id))


def notify_person(subject_id: UUID) -> None:
    """Handle ``message.posted``: tell the person by e-mail that something is there, not what. Idempotent.

    Not against a court's reservation (§ 1825 BGB): then the post is the guardian's to open.
    """
    message = _message(subject_id)
    if _addressees(message).to_person:
        send_notice(person_id=message.thread.person_id, template=Template.NEW_MESSAGE, subject_id=message.pk)


def notify_representatives(subject_id: UUID) -> None:
    """Handle ``message.posted``: tell who represents the person now by e-mail (§ 13 (3) SGB X). Idempotent."""
    message = _message(subject_id)
    for standing in _addressees(message).told:
        if standing.user_id is not None:
            send_notice_to_representative(
                user_id=standing.user_id, case_id=message.thread.case_id, subject_id=message.pk
            )


def _message(message_id: UUID) -> Message:
    return Message.objects.select_related("thread").get(pk=message_id)


def _addressees(message: Message) -> Addressees:
    return addressees(representing(message.thread.person_id, message.thread.case_id))
