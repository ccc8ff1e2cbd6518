import pytest

from mailbox.domain.evidence_posting import let_rest, open_thread, say_to_person
from mailbox.models import Message, Thread
from portal.cases.enums import Role
from portal.outbox.models import OutboxMessage
from tests.factories.evidence import LEASE, asked, drafted
from tests.factories.mailbox import MessageFactory, ThreadFactory

pytestmark = pytest.mark.django_db


def test_request_opens_a_conversation_or_goes_on_in_one():
    found = drafted(LEASE)
    thread = ThreadFactory(person=found.person)
    assert open_thread(found.request).subject == "Wir brauchen Unterlagen von Ihnen"

    found.request.thread = thread

    assert open_thread(found.request) == thread


def test_same_news_is_told_once():
    found = asked(LEASE)

    first = say_to_person(found.request, actor=found.staff, body="Guten Tag", key="once")
    again = say_to_person(found.request, actor=found.staff, body="Guten Tag", key="once")

    assert first == again
    assert OutboxMessage.objects.filter(fact="message.posted", subject_id=first.pk).exists()


def test_conversation_waits_while_something_is_left_for_the_office():
    found = asked(LEASE)
    found.answer(1)

    let_rest(found.now())

    assert Thread.objects.get(pk=found.request.thread_id).waiting_since is not None


def test_question_beside_the_request_still_waits():
    found = asked(LEASE)
    submission = found.answer(1)
    found.items[0].__class__.objects.filter(pk=found.items[0].pk).update(status="accepted")
    MessageFactory(thread=found.request.thread, from_claimant=True, sender_role=Role.CLAIMANT)

    let_rest(found.now())

    thread = Thread.objects.get(pk=found.request.thread_id)
    assert thread.waiting_since == submission.received_at
    Message.objects.filter(thread=thread, submission=None, sender_role=Role.CLAIMANT).delete()
    let_rest(found.now())
    assert Thread.objects.get(pk=thread.pk).waiting_since is None
