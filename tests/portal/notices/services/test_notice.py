"""Notices through a real SMTP server on the loopback."""

import socket
import uuid

import pytest
from aiosmtpd.controller import Controller
from django.db import transaction

from portal.audit.models import AuditEvent
from portal.notices.enums import AccountTemplate, DispatchStatus
from portal.notices.errors import NoticeNotSent
from portal.notices.models import Dispatch
from portal.notices.services import send_account_notice, send_helper_notice, send_notice
from tests.factories.accounts import UserFactory
from tests.factories.cases import PersonFactory

pytestmark = pytest.mark.django_db

SUBJECT = uuid.UUID(int=7)


class Inbox:
    """What the server took; ``refusal`` is its answer to RCPT."""

    def __init__(self):
        self.refusal = ""
        self.envelopes = []

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802 -- named by aiosmtpd
        if self.refusal:
            return self.refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 -- named by aiosmtpd
        self.envelopes.append(envelope)
        return "250 OK"


@pytest.fixture
def inbox(settings):
    inbox = Inbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(inbox, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    yield inbox
    controller.stop()


@pytest.fixture
def person():
    return PersonFactory(name="Miriam Sander", user=UserFactory(email="miriam.sander@example.org"))


def send(person):
    return send_notice(person_id=person.pk, template="new_message", subject_id=SUBJECT)


def test_notice_reaches_the_mail_server_and_is_recorded(inbox, person):
    dispatch = send(person)
    assert [envelope.rcpt_tos for envelope in inbox.envelopes] == [["miriam.sander@example.org"]]
    dispatch.refresh_from_db()
    assert (dispatch.status, dispatch.user, dispatch.case, dispatch.error) == (
        DispatchStatus.SENT,
        person.user,
        person.case,
        "",
    )
    assert dispatch.sent_at is not None
    event = AuditEvent.objects.get()
    assert (event.event, event.role, event.case_id) == ("notice.sent", "system", person.case_id)


def test_notice_carries_neither_name_nor_case(inbox, person):
    send(person)
    text = inbox.envelopes[0].content.decode()
    body = text.split("\r\n\r\n", 1)[1]
    for secret in ("Miriam", "Sander", str(person.pk), str(person.case_id), str(SUBJECT)):
        assert secret not in body
    assert "Subject: Neue Nachricht im Portal\r\n" in text
    assert "Auto-Submitted: auto-generated\r\n" in text


def test_same_news_is_sent_once(inbox, person):
    assert send(person) == send(person)
    assert (len(inbox.envelopes), Dispatch.objects.count()) == (1, 1)


def test_other_news_is_sent_again(inbox, person):
    send(person)
    send_notice(person_id=person.pk, template="new_message", subject_id=uuid.UUID(int=8))
    assert len(inbox.envelopes) == 2


def test_machine_that_dies_before_storing_repeats_with_the_same_message_id(inbox, person):
    with transaction.atomic():
        send(person)
        transaction.set_rollback(True)
    assert Dispatch.objects.count() == 0
    send(person)
    first, second = [
        next(line for line in envelope.content.decode().splitlines() if line.startswith("Message-ID"))
        for envelope in inbox.envelopes
    ]
    assert first == second


def test_server_that_is_busy_leaves_the_news_to_the_outbox(inbox, person):
    inbox.refusal = "450 busy"
    with pytest.raises(NoticeNotSent):
        send(person)
    assert Dispatch.objects.count() == 0
    inbox.refusal = ""
    assert send(person).status == DispatchStatus.SENT


def test_address_that_is_refused_for_good_is_recorded_and_not_tried_again(inbox, person):
    inbox.refusal = "550 no such user"
    assert (send(person).status, send(person).error) == (DispatchStatus.FAILED, "550")
    inbox.refusal = ""
    send(person)
    assert inbox.envelopes == []
    assert [event.event for event in AuditEvent.objects.all()] == ["notice.refused"]


def test_server_that_is_away_leaves_the_news_to_the_outbox(settings, person):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with pytest.raises(NoticeNotSent):
        send(person)


@pytest.mark.parametrize("fields", [{"user": None}, {"user__is_active": False}, {"user__email": None}])
def test_person_without_account_gets_no_mail(fields, inbox):
    assert send(PersonFactory(**fields)) is None
    assert inbox.envelopes == []


def test_person_without_account_gets_it_at_the_address_from_the_form_in_other_words(inbox):
    person = PersonFactory(user=None, contact_email="oma@example.org")
    dispatch = send(person)
    (envelope,) = inbox.envelopes
    body = envelope.content.decode()
    assert (envelope.rcpt_tos, dispatch.template, dispatch.user) == (["oma@example.org"], "new_message_guest", None)
    assert "geben Sie Ihren Code ein" in body
    assert "Miriam" not in body
    assert send(person) == dispatch
    assert len(inbox.envelopes) == 1


def test_address_from_a_form_is_not_asked_once_there_is_an_account(inbox, person):
    person.contact_email = "oma@example.org"
    person.save()
    send(person)
    assert inbox.envelopes[0].rcpt_tos == ["miriam.sander@example.org"]


def test_unknown_template_is_refused(person):
    with pytest.raises(ValueError, match="benefit_cut"):
        send_notice(person_id=person.pk, template="benefit_cut", subject_id=SUBJECT)


def test_former_address_gets_a_notice_of_its_own(inbox, person):
    for former in ("", "alt@example.org", "alt@example.org"):
        send_notice(person_id=person.pk, template="access_changed", subject_id=SUBJECT, former_address=former)

    assert [envelope.rcpt_tos for envelope in inbox.envelopes] == [["miriam.sander@example.org"], ["alt@example.org"]]
    assert "alt@example.org" not in str(Dispatch.objects.values())


def test_notice_about_an_account_needs_no_case(inbox):
    assert send_account_notice(address="anna@example.org", template=AccountTemplate.COPY_READY, key="copy:1") is True

    assert [envelope.rcpt_tos for envelope in inbox.envelopes] == [["anna@example.org"]]
    assert not Dispatch.objects.exists()


def test_notice_about_an_account_says_when_it_is_refused_for_good(inbox):
    inbox.refusal = "550 no such mailbox"

    assert send_account_notice(address="anna@example.org", template=AccountTemplate.COPY_READY, key="copy:1") is False


def told(user, occasion="granted"):
    case_id = PersonFactory().case_id
    return send_helper_notice(user_id=user.pk, case_id=case_id, subject_id=SUBJECT, occasion=occasion)


def test_helper_is_told_once_for_each_occasion(inbox):
    user = UserFactory()
    for occasion in ("granted", "granted", "ended"):
        told(user, occasion)
    assert len(inbox.envelopes) == 2


def test_blocked_helper_is_not_told(inbox):
    assert told(UserFactory(blocked=True)) is None
    assert inbox.envelopes == []
