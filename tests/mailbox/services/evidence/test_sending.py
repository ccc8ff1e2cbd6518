import datetime

import pytest
from django.utils import timezone

from mailbox.domain.legal_notice import FIRST_TEXT
from mailbox.enums import MessageKind, RequestStatus, TextPurpose
from mailbox.errors import DayNotPossible, NoSuchStep, RequestIncomplete, RequestNotOpen
from mailbox.models import Message, TextTemplate, TextVersion
from mailbox.selectors import requests_visible_to
from mailbox.services.evidence import add_item, change_request, draft_request, send_request, withdraw_request
from portal.cases.errors import NotPermitted
from portal.cases.models import system_actor
from portal.outbox.models import OutboxMessage
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import staff_actor
from tests.factories.evidence import LEASE, asked, drafted
from tests.factories.representations import RepresentationFactory

pytestmark = pytest.mark.django_db


def test_draft_is_the_offices_alone():
    found = drafted()

    assert list(requests_visible_to(found.claimant)) == []
    assert list(requests_visible_to(found.staff)) == [found.request]


def test_sent_request_has_deadline_notice_and_a_message_that_is_announced():
    found = asked()

    request = found.now()
    message = Message.objects.get(pk=request.message_id)
    assert (request.status, request.sent_by_id) == (RequestStatus.SENT, found.staff.membership_id)
    assert request.deadline == request.first_deadline > timezone.localdate() + datetime.timedelta(days=13)
    assert (request.legal_notice, request.notice_version.number) == (FIRST_TEXT, 1)
    assert (message.kind, message.thread.subject) == (MessageKind.REQUEST, "Wir brauchen Unterlagen von Ihnen")
    assert OutboxMessage.objects.filter(fact="message.posted", subject_id=message.pk).exists()
    assert list(requests_visible_to(found.claimant)) == [request]


def test_sending_twice_sends_once():
    found = asked()

    send_request(actor=found.staff, request=found.request)

    assert Message.objects.count() == 1


def test_own_notice_of_the_jobcenter_goes_before_the_general_one():
    found = drafted()
    template = TextTemplate.objects.create(
        jobcenter=found.request.case.jobcenter, key="ours", purpose=TextPurpose.LEGAL_NOTICE, title="Unser Hinweis"
    )
    TextVersion.objects.create(template=template, number=1, body="Alt", published_at=timezone.now())
    TextVersion.objects.create(template=template, number=2, body="Unser Hinweis", published_at=timezone.now())
    TextVersion.objects.create(template=template, number=3, body="Nur ein Entwurf")

    assert send_request(actor=found.staff, request=found.request).legal_notice == "Unser Hinweis"


def test_deadline_on_a_holiday_moves_on_at_once():
    found = drafted(deadline=datetime.date(2027, 12, 25))

    assert found.request.deadline == datetime.date(2027, 12, 27)


def test_deadline_that_is_over_is_not_sent():
    found = drafted(deadline=timezone.localdate() - datetime.timedelta(days=9))

    with pytest.raises(DayNotPossible):
        send_request(actor=found.staff, request=found.request)


def test_portal_may_draft_and_send_a_hint_and_nothing_else():
    system = system_actor("test")
    hint = drafted(actor=system, is_hint=True, key="hint:1")
    request = drafted(actor=system, key="request:1")

    sent = send_request(actor=system, request=hint.request)

    assert (sent.deadline, sent.legal_notice, sent.sent_by_id) == (None, "", None)
    with pytest.raises(NotPermitted):
        send_request(actor=system, request=request.request)


def test_automatic_draft_is_made_once():
    first = drafted(actor=system_actor("test"), key="finding:1")

    again = draft_request(actor=system_actor("test"), case=first.request.case, person=first.person, key="finding:1")

    assert again == first.request


def test_claimant_and_other_jobcenter_send_nothing():
    found = drafted()
    elsewhere = staff_actor(StaffMembershipFactory())

    for actor in (found.claimant, elsewhere):
        with pytest.raises(NotPermitted):
            send_request(actor=actor, request=found.request)


def test_request_for_nothing_is_not_sent():
    found = drafted()
    found.request.items.all().delete()

    with pytest.raises(RequestIncomplete):
        send_request(actor=found.staff, request=found.request)


def test_what_was_sent_does_not_change():
    found = asked()

    with pytest.raises(RequestNotOpen):
        add_item(actor=found.staff, request=found.request, draft=LEASE)
    with pytest.raises(RequestNotOpen):
        change_request(actor=found.staff, request=found.request, introduction="", deadline=None)


def test_letter_is_addressed_to_who_must_be_addressed():
    found = drafted()
    standing = RepresentationFactory(person=found.person, authorised=True)

    sent = send_request(actor=found.staff, request=found.request)

    assert sent.message.addressed_to == [standing.pk]


def test_person_is_told_when_a_request_is_taken_back():
    found = asked()

    withdraw_request(actor=found.staff, request=found.request, reason="Wir haben es gefunden.")

    words = Message.objects.latest("created_at").body
    assert "zurückgenommen" in words
    assert words.endswith("Wir haben es gefunden.")
    assert found.now().status == RequestStatus.WITHDRAWN


def test_nobody_learns_of_a_draft_that_is_thrown_away():
    found = drafted()

    withdraw_request(actor=found.staff, request=found.request)

    assert not Message.objects.exists()
    with pytest.raises(NoSuchStep):
        send_request(actor=found.staff, request=found.request)
