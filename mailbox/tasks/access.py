"""What happens after an access letter was printed or used: postbox entry, e-mails without contents."""

from uuid import UUID

from mailbox.domain import access_news
from portal.cases.models import AccessLetter
from portal.cases.services import forget_former_email
from portal.notices.enums import Template
from portal.notices.services import send_security_notice


def post_letter_printed(subject_id: UUID) -> None:
    """Handle ``access_letter.printed``: a line in the postbox. Idempotent."""
    access_news.say_letter_printed(_letter(subject_id))


def notify_of_letter(subject_id: UUID) -> None:
    """Handle ``access_letter.printed``: an e-mail to the account there is. Idempotent."""
    letter = _letter(subject_id)
    send_security_notice(person_id=letter.person_id, template=Template.LETTER_PRINTED, subject_id=letter.pk)


def post_letter_used(subject_id: UUID) -> None:
    """Handle ``access_letter.used``: a line in the postbox. Idempotent."""
    access_news.say_letter_used(_letter(subject_id))


def notify_of_new_access(subject_id: UUID) -> None:
    """Handle ``access_letter.used``: an e-mail to the address that counts now. Idempotent."""
    letter = _letter(subject_id)
    send_security_notice(person_id=letter.person_id, template=Template.ACCESS_CHANGED, subject_id=letter.pk)


def notify_former_address(subject_id: UUID) -> None:
    """Handle ``access_letter.used``: an e-mail to the address that counted before, which is then forgotten."""
    letter = _letter(subject_id)
    if letter.former_email:
        send_security_notice(
            person_id=letter.person_id,
            template=Template.ACCESS_CHANGED,
            subject_id=letter.pk,
            former_address=letter.former_email,
        )
        forget_former_email(letter)


def _letter(letter_id: UUID) -> AccessLetter:
    return AccessLetter.objects.select_related("person").get(pk=letter_id)
