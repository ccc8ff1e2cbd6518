import pytest
from django.core import mail

from mailbox.models import Message
from mailbox.tasks import notify_person, post_receipt
from portal.outbox.models import subscriptions
from portal.outbox.services import deliver_due
from tests.factories.mailbox import ReceiptMessageFactory
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("fact", "handler"), [("receipt.issued", post_receipt), ("message.posted", notify_person)])
def test_handler_hears_of_its_fact(fact, handler):
    assert handler in [subscription.handler for subscription in subscriptions.of(fact)]


def test_receipt_twice_is_one_message():
    submission = SubmissionFactory()

    post_receipt(submission.pk)
    post_receipt(submission.pk)

    assert Message.objects.count() == 1


def test_notice_twice_is_one_mail_without_contents():
    message = ReceiptMessageFactory()

    notify_person(message.pk)
    notify_person(message.pk)

    (sent,) = mail.outbox
    assert sent.to == [message.thread.person.user.email]
    for secret in (message.thread.submission.reference, "Hauptantrag", message.thread.subject, str(message.pk)):
        assert secret not in sent.subject + sent.body


def test_submission_reaches_postbox_and_mail_through_the_outbox():
    SubmissionFactory()

    deliver_due()

    assert (Message.objects.count(), len(mail.outbox)) == (1, 1)
