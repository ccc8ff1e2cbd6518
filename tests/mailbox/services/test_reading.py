import pytest

from mailbox.models import Message
from mailbox.services import read_thread
from portal.audit.models import AuditEvent
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import claimant_actor, staff_actor
from tests.factories.mailbox import MessageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def message():
    return MessageFactory()


def reads(message):
    return AuditEvent.objects.filter(event="mailbox.messages_read", case_id=message.thread.case_id).count()


def test_claimant_opening_marks_as_read_once(message):
    actor = claimant_actor(message.thread.case)
    read_thread(actor=actor, thread=message.thread)
    first = Message.objects.get(pk=message.pk).read_at

    read_thread(actor=actor, thread=message.thread)

    assert first is not None
    assert Message.objects.get(pk=message.pk).read_at == first
    assert reads(message) == 1


def test_staff_looking_leaves_no_mark(message):
    staff = staff_actor(StaffMembershipFactory(jobcenter=message.thread.case.jobcenter))

    read_thread(actor=staff, thread=message.thread)

    assert Message.objects.get(pk=message.pk).read_at is None


def test_staff_opening_marks_what_the_person_wrote_once(message):
    own = MessageFactory(thread=message.thread, from_claimant=True)
    staff = staff_actor(StaffMembershipFactory(jobcenter=message.thread.case.jobcenter))
    for _again in range(2):
        read_thread(actor=staff, thread=message.thread)

    assert Message.objects.get(pk=own.pk).read_at is not None
    assert AuditEvent.objects.filter(event="mailbox.messages_opened", case_id=message.thread.case_id).count() == 1


def test_own_messages_are_not_marked(message):
    own = MessageFactory(thread=message.thread, from_claimant=True)

    messages = read_thread(actor=claimant_actor(message.thread.case), thread=message.thread)

    assert [entry.pk for entry in messages] == [own.pk, message.pk]
    assert Message.objects.get(pk=own.pk).read_at is None


def test_body_is_stored_encrypted(message):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT body FROM mailbox_message WHERE id = %s", [message.pk])
        assert b"rufen" not in bytes(cursor.fetchone()[0])
    assert Message.objects.get(pk=message.pk).body == "Bitte rufen Sie uns an."
