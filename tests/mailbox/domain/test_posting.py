import pytest

from mailbox.domain.posting import post_notice, post_receipt
from mailbox.enums import MessageKind
from mailbox.models import Message, Thread
from portal.audit.models import AuditEvent
from portal.outbox.models import OutboxMessage
from tests.factories.cases import PersonFactory
from tests.factories.representations import RepresentationFactory
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db


def test_receipt_opens_a_thread_of_the_person():
    submission = SubmissionFactory()

    message = post_receipt(submission)

    assert (message.kind, message.read_at, message.thread.submission) == (MessageKind.RECEIPT, None, submission)
    assert (message.thread.person_id, message.thread.case_id) == (submission.person_id, submission.case_id)
    assert message.thread.subject == "Eingangsbestätigung: Hauptantrag auf Grundsicherungsgeld"


def test_posting_twice_posts_once():
    submission = SubmissionFactory()

    assert post_receipt(submission) == post_receipt(submission)

    assert (Thread.objects.count(), Message.objects.count()) == (1, 1)
    assert OutboxMessage.objects.filter(fact="message.posted").count() == 2  # one for each subscriber
    assert AuditEvent.objects.filter(event="mailbox.receipt_posted").count() == 1


def test_longest_title_fits_the_subject():
    message = post_receipt(SubmissionFactory(title="T" * 200))

    assert message.thread.subject.endswith("T" * 200)


def post(person, **fields):
    words = {"subject": "Mitteilung", "body": "Bitte rufen Sie uns an.", "key": "test:1"}
    return post_notice(case_id=person.case_id, person_id=person.pk, **words | fields)


def test_notice_of_the_portal_is_posted_once_and_announced():
    person = PersonFactory()

    assert post(person) == post(person)

    assert (Thread.objects.count(), Message.objects.get().kind) == (1, MessageKind.NOTICE)
    assert OutboxMessage.objects.filter(fact="message.posted").count() == 2  # one for each subscriber
    assert AuditEvent.objects.filter(event="mailbox.notice_posted", case_id=person.case_id).count() == 1


def test_notice_that_another_mail_announces_sends_none():
    post(PersonFactory(), is_announced=False)

    assert not OutboxMessage.objects.exists()


def test_message_says_to_whom_it_was_addressed():
    person = PersonFactory()
    checked = RepresentationFactory(person=person)
    RepresentationFactory(person=person, unchecked=True)

    assert post(person).addressed_to == [checked.pk]
    assert post(PersonFactory(), key="test:2").addressed_to == []
