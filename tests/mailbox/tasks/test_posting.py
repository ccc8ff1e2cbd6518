import pytest
from django.core import mail

from mailbox.models import Message
from mailbox.tasks import notify_person, notify_representatives, post_receipt
from portal.outbox.models import subscriptions
from portal.outbox.services import deliver_due
from tests.factories.cases import PersonFactory
from tests.factories.mailbox import MessageFactory, ReceiptMessageFactory
from tests.factories.representations import RepresentationFactory
from tests.factories.submissions import SubmissionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("everybody_agrees")]


@pytest.mark.parametrize(
    ("fact", "handler"),
    [("receipt.issued", post_receipt), ("message.posted", notify_person), ("message.posted", notify_representatives)],
)
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
    deliver_due()

    (sent,) = mail.outbox
    assert sent.to == [message.thread.person.user.email]
    for secret in (message.thread.submission.reference, "Hauptantrag", message.thread.subject, str(message.pk)):
        assert secret not in sent.subject + sent.body


def test_submission_reaches_postbox_and_mail_through_the_outbox():
    SubmissionFactory()

    deliver_due()

    assert (Message.objects.count(), len(mail.outbox)) == (1, 1)


def sent_to(message):
    notify_person(message.pk)
    notify_representatives(message.pk)
    deliver_due()
    return [address for sent in mail.outbox for address in sent.to]


def test_representative_is_told_beside_the_person():
    person = PersonFactory()
    standing = RepresentationFactory(person=person, authorised=True)
    message = MessageFactory(thread__person=person)

    assert sent_to(message) == [person.user.email, standing.user.email]
    assert mail.outbox[1].subject == "Neue Nachricht für eine Person, die Sie vertreten"


def test_reservation_of_a_court_leaves_the_guardian_only():
    person = PersonFactory()
    standing = RepresentationFactory(person=person, has_reservation=True)

    assert sent_to(MessageFactory(thread__person=person)) == [standing.user.email]


def test_who_has_shown_no_proof_is_told_nothing():
    person = PersonFactory()
    RepresentationFactory(person=person, unchecked=True)

    assert sent_to(MessageFactory(thread__person=person)) == [person.user.email]
