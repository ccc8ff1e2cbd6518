import datetime
import uuid

import pytest
from django.db import transaction

from portal.audit.models import AuditEvent
from portal.notices.domain.decision import send_decision, try_again
from portal.notices.enums import DispatchStatus, Template
from portal.notices.models import Dispatch, NoticeSettings
from portal.outbox.models import subscriptions
from portal.outbox.models.subscription import Subscription
from portal.outbox.services import deliver_due
from tests.factories.consents import ConsentFactory, NoticeSettingsFactory

pytestmark = pytest.mark.django_db
DECISION = uuid.UUID(int=9)


@pytest.fixture
def addressee(person):
    ConsentFactory(user=person.user, decisions=True)
    return person


def tell(person):
    return send_decision(user_id=person.user_id, case_id=person.case_id, subject_id=DECISION)


def test_dispatch_has_time_and_reply(inbox, addressee, time_machine):
    now = datetime.datetime(2026, 11, 20, 9, 0, tzinfo=datetime.UTC)
    time_machine.move_to(now, tick=False)
    row = tell(addressee)
    assert (row.status, row.sent_at, row.reply) == (DispatchStatus.SENT, now, "250 2.0.0 4F1B2C9D")
    assert Dispatch.objects.get().sent_at == now
    assert [event.event for event in AuditEvent.objects.all()] == ["notice.sent"]


def test_e_mail_is_its_own_and_names_nothing(inbox, addressee):
    tell(addressee)
    assert inbox.lines("Subject") == ["Subject: Wichtige neue Nachricht im Portal"]
    (text,) = inbox.texts
    for secret in ("Bescheid", "Miriam", "Sander", str(DECISION), str(addressee.case_id)):
        assert secret not in text


def test_neither_hour_nor_rest_holds_it_back(inbox, addressee):
    NoticeSettingsFactory(user=addressee.user, quiet_from=datetime.time(0), quiet_until=datetime.time(23, 59))
    fields = {"user": addressee.user, "case": addressee.case, "subject_id": DECISION, "template": Template.NEW_MESSAGE}
    sent_at = datetime.datetime.now(datetime.UTC)
    Dispatch.objects.create(key="just now", status=DispatchStatus.SENT, sent_at=sent_at, **fields)
    Dispatch.objects.create(key="held back", due_at=sent_at, **fields)

    assert tell(addressee).status == DispatchStatus.SENT
    assert Dispatch.objects.get(key="held back").status == DispatchStatus.PENDING
    assert len(inbox.envelopes) == 1


def test_asking_again_sends_nothing(inbox, addressee):
    assert tell(addressee).sent_at == tell(addressee).sent_at
    assert len(inbox.envelopes) == 1


def test_first_proven_dispatch_counts(inbox, addressee):
    with transaction.atomic():
        tell(addressee)
        transaction.set_rollback(True)
    proven = tell(addressee)
    first, second = inbox.lines("Message-ID")
    assert first == second
    assert tell(addressee).sent_at == proven.sent_at


@pytest.mark.parametrize("obstacle", ["discreet", "bounced"])
def test_obstacle_leaves_it_to_the_post(inbox, addressee, obstacle):
    fields = {"is_discreet": True} if obstacle == "discreet" else {"bounced_at": datetime.datetime.now(datetime.UTC)}
    NoticeSettingsFactory(user=addressee.user, **fields)
    row = tell(addressee)
    assert (row.status, row.error, row.sent_at) == (DispatchStatus.FAILED, obstacle, None)
    assert inbox.envelopes == []


def test_without_consent_nothing_is_sent(inbox, person):
    assert tell(person).error == "no_consent"


def test_refusal_for_good_leaves_it_to_the_post(inbox, addressee):
    inbox.refusal = "550 5.1.1 no such user"
    row = tell(addressee)
    assert (row.status, row.error) == (DispatchStatus.FAILED, "550")
    assert NoticeSettings.objects.get().bounced_at is not None


def test_server_that_is_away_is_tried_again_and_the_end_is_told(inbox, addressee):
    heard = []
    entry = Subscription("decision_notice.settled", "tests.heard", heard.append, 60)
    subscriptions.add(entry)
    inbox.refusal = "450 busy"
    row = tell(addressee)
    assert (row.status, row.error) == (DispatchStatus.PENDING, "450")
    assert row.due_at is not None

    inbox.refusal = ""
    try_again(row.pk)
    try_again(row.pk)
    deliver_due()
    subscriptions.remove(entry)
    row.refresh_from_db()
    assert (row.status, row.due_at, heard) == (DispatchStatus.SENT, None, [DECISION])
    assert len(inbox.envelopes) == 1
