import datetime
import threading
import uuid
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, transaction
from django.utils import timezone

from portal.audit.models import AuditEvent
from portal.notices.domain.recipient import account, guest
from portal.notices.domain.waiting import announce, note_bounced, release_due, send_waiting
from portal.notices.enums import ConsentKind, DispatchStatus, Template
from portal.notices.models import Dispatch, NoticeSettings
from portal.notices.services import revoke_consent
from portal.outbox.models import OutboxMessage
from portal.outbox.services import deliver_due
from tests.factories.accounts import OfficeFactory, UserFactory
from tests.factories.cases import PersonFactory
from tests.factories.consents import NoticeSettingsFactory, agreeing, hours_pass

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")
MORNING = datetime.datetime(2026, 11, 26, 10, 0, tzinfo=BERLIN)
MINUTE = datetime.timedelta(minutes=1)


def tell(person, number, template=Template.NEW_MESSAGE):
    """News number so-and-so for the person; the row of it."""
    to = account(person.user) if person.user else guest(person)
    subject = uuid.UUID(int=number)
    rows = announce(to, template=template, occasion=f"{number}", case_id=person.case_id, subject_id=subject)
    return rows[0]


def sent(row, now=MORNING):
    with transaction.atomic():
        send_waiting(row.pk, now=now)
    return Dispatch.objects.get(pk=row.pk)


def test_first_notice_goes_out_at_once(inbox, person):
    row = sent(tell(person, 1))
    assert (row.status, row.reply, row.error, row.due_at) == (DispatchStatus.SENT, "250 2.0.0 4F1B2C9D", "", None)
    assert inbox.addresses == ["miriam.sander@example.org"]


def test_second_notice_waits_for_the_hour(inbox, person, time_machine):
    time_machine.move_to(MORNING, tick=False)
    sent(tell(person, 1))
    row = sent(tell(person, 2), now=MORNING + 10 * MINUTE)
    assert (row.status, row.due_at) == (DispatchStatus.PENDING, MORNING + 60 * MINUTE)
    assert len(inbox.envelopes) == 1


def test_all_that_waits_goes_out_as_one(inbox, person):
    sent(tell(person, 1))
    rows = [tell(person, number) for number in (2, 3, 4)]
    hours_pass()
    sent(rows[1], now=timezone.now())
    assert {row.status for row in Dispatch.objects.all()} == {DispatchStatus.SENT}
    assert len({row.sent_at for row in Dispatch.objects.filter(pk__in=[row.pk for row in rows])}) == 1
    assert len(inbox.envelopes) == 2


def test_bundle_carries_the_message_id_of_the_oldest(inbox, person):
    rows = [tell(person, number) for number in (1, 2)]
    sent(rows[1])
    assert inbox.lines("Message-ID") == [f"Message-ID: <{rows[0].pk}@localhost>"]


def test_bundle_of_different_news_says_only_that_there_is_news(inbox, person):
    tell(person, 1)
    sent(tell(person, 2, Template.NEW_MESSAGE_FOR_ANOTHER))
    assert inbox.lines("Subject") == ["Subject: Neues im Portal"]


def test_each_person_has_their_own_hour(inbox, person):
    other = PersonFactory(user=agreeing(UserFactory()))
    sent(tell(person, 1))
    assert sent(tell(other, 1 + 1)).status == DispatchStatus.SENT


def test_quiet_hours_hold_back_until_their_end(inbox, person):
    NoticeSettingsFactory(user=person.user, quiet_from=datetime.time(22), quiet_until=datetime.time(7))
    night = datetime.datetime(2026, 11, 26, 23, 30, tzinfo=BERLIN)
    row = sent(tell(person, 1), now=night)
    assert row.due_at == datetime.datetime(2026, 11, 27, 7, 0, tzinfo=BERLIN)
    assert inbox.envelopes == []


def test_what_is_due_gets_its_turn_once(inbox, person):
    NoticeSettingsFactory(user=person.user, quiet_from=datetime.time(22), quiet_until=datetime.time(7))
    row = sent(tell(person, 1), now=datetime.datetime(2026, 11, 26, 23, 30, tzinfo=BERLIN))
    OutboxMessage.objects.all().delete()

    assert release_due(now=row.due_at - MINUTE) == 0
    assert release_due(now=row.due_at) == 1
    assert release_due(now=row.due_at) == 0
    assert list(OutboxMessage.objects.values_list("fact", "subject_id")) == [("notice.waiting", row.pk)]


def test_server_that_is_away_leaves_everything_for_later(server_away, person):
    row = sent(tell(person, 1))
    assert (row.status, row.error) == (DispatchStatus.PENDING, "ConnectionRefusedError")
    assert row.due_at > timezone.now()
    assert not AuditEvent.objects.exists()


def test_what_waited_for_the_server_goes_out_with_the_same_message_id(inbox, person):
    inbox.refusal = "450 busy"
    row = sent(tell(person, 1))
    assert (row.status, row.error) == (DispatchStatus.PENDING, "450")

    inbox.refusal = ""
    row = sent(row)
    assert (row.status, row.error) == (DispatchStatus.SENT, "")
    assert inbox.lines("Message-ID") == [f"Message-ID: <{row.pk}@localhost>"]


def test_refusal_for_good_is_recorded_and_ends_e_mail_to_this_account(inbox, person):
    inbox.refusal = "550 5.1.1 no such user"
    row = sent(tell(person, 1))
    assert (row.status, row.error) == (DispatchStatus.FAILED, "550")
    assert NoticeSettings.objects.get().bounced_at is not None
    assert account(person.user).channels(Template.NEW_MESSAGE) == []
    assert [event.event for event in AuditEvent.objects.all()] == ["notice.refused"]


def test_since_when_it_comes_back_is_not_moved(person):
    note_bounced(person.user_id, now=MORNING)
    note_bounced(person.user_id, now=MORNING + MINUTE)
    note_bounced(None, now=MORNING)
    assert NoticeSettings.objects.get().bounced_at == MORNING


def test_nothing_is_sent_to_who_has_changed_their_mind(inbox, person):
    row = tell(person, 1)
    revoke_consent(user=person.user, kind=ConsentKind.EMAIL)
    assert sent(row).status == DispatchStatus.DROPPED
    assert inbox.envelopes == []


def test_closed_account_is_sent_nothing(inbox, person):
    row = tell(person, 1)
    Dispatch.objects.update(user=None)
    assert sent(row).status == DispatchStatus.DROPPED


def test_same_news_is_noted_once(person):
    assert tell(person, 1) == tell(person, 1)
    assert OutboxMessage.objects.filter(fact="notice.waiting").count() == 1


def test_guest_gets_bundles_too(inbox):
    person = PersonFactory(user=None, contact_email="oma@example.org")
    tell(person, 1, Template.NEW_MESSAGE_GUEST)
    sent(tell(person, 2, Template.NEW_MESSAGE_GUEST))
    assert inbox.addresses == ["oma@example.org"]


def test_guest_who_has_made_an_account_meanwhile_is_asked_first(inbox):
    person = PersonFactory(user=None, contact_email="oma@example.org")
    row = tell(person, 1, Template.NEW_MESSAGE_GUEST)
    person.user, person.contact_email = UserFactory(), None
    person.save()
    assert sent(row).status == DispatchStatus.DROPPED


def test_many_that_wait_take_as_many_queries_as_few(inbox, person, django_assert_num_queries):
    rows = [tell(person, number) for number in range(2)]
    with django_assert_num_queries(12):
        send_waiting(rows[0].pk, now=MORNING)
    hours_pass()
    rows = [tell(person, number) for number in range(10, 16)]
    with django_assert_num_queries(12 + 4):  # an audit event for each
        send_waiting(rows[0].pk, now=timezone.now())


@pytest.mark.django_db(transaction=True)
def test_two_workers_send_one_notice(inbox, person):
    rows = [tell(person, number) for number in (1, 2)]
    start = threading.Barrier(2)

    def work(row):
        start.wait(60)
        try:
            sent(row, now=timezone.now())
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=[row]) for row in rows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert len(inbox.envelopes) == 1


def test_outbox_carries_it_to_the_end(inbox, person):
    tell(person, 1)
    deliver_due()
    assert Dispatch.objects.get().status == DispatchStatus.SENT


def test_who_would_rather_talk_is_told_a_phone_number_and_nothing_is_held_back(inbox, person):
    office = OfficeFactory(jobcenter__is_default=True)
    person.prefers_personal_since = MORNING
    person.save()

    row = sent(tell(person, 1))

    assert row.status == DispatchStatus.SENT
    assert office.jobcenter.phone in inbox.texts[0]


def test_wish_to_talk_in_one_case_counts_for_news_of_several(inbox, person):
    office = OfficeFactory(jobcenter__is_default=True)
    other = PersonFactory(user=person.user, prefers_personal_since=MORNING)
    first = tell(person, 1)
    tell(other, 2)

    sent(first)

    assert [office.jobcenter.phone in text for text in inbox.texts] == [True]
