"""Notices through a real SMTP server on the loopback."""

import uuid

import pytest
from django.db import transaction
from django.utils import timezone

from portal.audit.models import AuditEvent
from portal.notices.enums import AccountTemplate, DispatchStatus
from portal.notices.errors import NoticeNotSent
from portal.notices.models import Dispatch
from portal.notices.services import (
    reaches_person,
    send_account_notice,
    send_decision_notice,
    send_helper_notice,
    send_notice,
    send_notice_to_representative,
    send_security_notice,
)
from portal.outbox.services import deliver_due
from tests.factories.accounts import UserFactory
from tests.factories.cases import PersonFactory
from tests.factories.consents import ConsentFactory, NoticeSettingsFactory, agreeing, hours_pass

pytestmark = pytest.mark.django_db

SUBJECT = uuid.UUID(int=7)


def send(person, subject=SUBJECT):
    """The records, after the workers have done what they can."""
    rows = send_notice(person_id=person.pk, template="new_message", subject_id=subject)
    deliver_due()
    return list(Dispatch.objects.filter(pk__in=[row.pk for row in rows]))


def test_news_for_a_child_without_address_reach_the_applicant(inbox, person):
    send(PersonFactory(case=person.case, member=True))

    assert inbox.addresses == ["miriam.sander@example.org"]


def test_news_for_who_wants_own_post_reach_nobody_else(inbox, person):
    send(PersonFactory(case=person.case, member=True, wants_own_post_since=timezone.now()))

    assert inbox.addresses == []


def test_notice_reaches_the_mail_server_and_is_recorded(inbox, person):
    (dispatch,) = send(person)
    assert inbox.addresses == ["miriam.sander@example.org"]
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
    (text,) = inbox.texts
    body = text.split("\r\n\r\n", 1)[1]
    for secret in ("Miriam", "Sander", str(person.pk), str(person.case_id), str(SUBJECT)):
        assert secret not in body
    assert "Subject: Neue Nachricht im Portal\r\n" in text
    assert "Auto-Submitted: auto-generated\r\n" in text


def test_same_news_is_sent_once(inbox, person):
    assert send(person) == send(person)
    assert (len(inbox.envelopes), Dispatch.objects.count()) == (1, 1)


def test_other_news_is_sent_when_the_hour_is_over(inbox, person):
    send(person)
    hours_pass()
    send(person, uuid.UUID(int=8))
    assert len(inbox.envelopes) == 2


def test_without_consent_nothing_is_sent(inbox):
    assert send(PersonFactory()) == []
    assert inbox.envelopes == []


@pytest.mark.parametrize("fields", [{"user": None}, {"user__is_active": False}, {"user__email": None}])
def test_person_without_account_gets_no_mail(fields, inbox, everybody_agrees):
    assert send(PersonFactory(**fields)) == []
    assert inbox.envelopes == []


def test_person_without_account_gets_it_at_the_address_from_the_form_in_other_words(inbox):
    person = PersonFactory(user=None, contact_email="oma@example.org")
    (dispatch,) = send(person)
    (text,) = inbox.texts
    assert (inbox.addresses, dispatch.template, dispatch.user) == (["oma@example.org"], "new_message_guest", None)
    assert "geben Sie Ihren Code ein" in text
    assert "Miriam" not in text
    assert send(person) == [dispatch]
    assert len(inbox.envelopes) == 1


def test_address_from_a_form_is_not_asked_once_there_is_an_account(inbox, person):
    person.contact_email = "oma@example.org"
    person.save()
    send(person)
    assert inbox.addresses == ["miriam.sander@example.org"]


@pytest.mark.parametrize("template", ["benefit_cut", "access_changed", "new_decision"])
def test_template_that_is_no_news_is_refused(person, template):
    with pytest.raises(ValueError, match=template):
        send_notice(person_id=person.pk, template=template, subject_id=SUBJECT)


def represented(user):
    case_id = PersonFactory().case_id
    rows = send_notice_to_representative(user_id=user.pk, case_id=case_id, subject_id=SUBJECT)
    deliver_due()
    return rows


def test_representative_is_told_of_news_for_another(inbox):
    represented(agreeing(UserFactory()))
    assert [row.template for row in Dispatch.objects.all()] == ["new_message_for_another"]
    assert len(inbox.envelopes) == 1


def test_representative_who_has_not_agreed_is_not_told(inbox):
    assert represented(UserFactory()) == []


def told(user, occasion="granted"):
    case_id = PersonFactory().case_id
    rows = send_helper_notice(user_id=user.pk, case_id=case_id, subject_id=SUBJECT, occasion=occasion)
    deliver_due()
    hours_pass()
    return rows


def test_helper_is_told_once_for_each_occasion(inbox):
    user = UserFactory()
    for occasion in ("granted", "granted", "ended"):
        told(user, occasion)
    assert len(inbox.envelopes) == 2


def test_blocked_helper_is_not_told(inbox):
    assert told(UserFactory(blocked=True)) == []
    assert inbox.envelopes == []


def test_decision_is_told_by_its_own_e_mail(inbox, person):
    ConsentFactory(user=person.user, decisions=True)
    dispatch = send_decision_notice(user_id=person.user_id, case_id=person.case_id, subject_id=SUBJECT)
    assert (dispatch.status, dispatch.reply) == (DispatchStatus.SENT, "250 2.0.0 4F1B2C9D")


def warn(person, former=""):
    return send_security_notice(
        person_id=person.pk, template="access_changed", subject_id=SUBJECT, former_address=former
    )


def test_warning_about_the_access_needs_no_consent_and_waits_for_nothing(inbox):
    person = PersonFactory()
    NoticeSettingsFactory(user=person.user, is_discreet=True)
    assert warn(person).status == DispatchStatus.SENT
    assert len(inbox.envelopes) == 1


def test_former_address_gets_a_notice_of_its_own(inbox, person):
    for former in ("", "alt@example.org", "alt@example.org"):
        warn(person, former)

    assert inbox.addresses == ["miriam.sander@example.org", "alt@example.org"]
    assert "alt@example.org" not in str(Dispatch.objects.values())


def test_former_address_that_is_refused_says_nothing_about_the_new_one(inbox, person):
    inbox.refusal = "550 5.1.1 no such user"
    assert warn(person, "alt@example.org").error == "550"
    assert not hasattr(person.user, "notice_settings")


def test_warning_is_left_to_the_outbox_while_the_server_is_busy(inbox, person):
    inbox.refusal = "450 busy"
    with pytest.raises(NoticeNotSent):
        warn(person)
    assert Dispatch.objects.count() == 0


def test_machine_that_dies_before_storing_repeats_with_the_same_message_id(inbox, person):
    with transaction.atomic():
        warn(person)
        transaction.set_rollback(True)
    warn(person)
    first, second = inbox.lines("Message-ID")
    assert first == second


@pytest.mark.parametrize("fields", [{"user": None}, {"user__is_active": False}, {"user__email": None}])
def test_nobody_is_warned_without_an_address(fields, inbox):
    assert warn(PersonFactory(**fields)) is None


def test_notice_about_an_account_needs_no_case(inbox):
    assert send_account_notice(address="anna@example.org", template=AccountTemplate.COPY_READY, key="copy:1") is True

    assert inbox.addresses == ["anna@example.org"]
    assert not Dispatch.objects.exists()


def test_notice_about_an_account_says_when_it_is_refused_for_good(inbox):
    inbox.refusal = "550 no such mailbox"

    assert send_account_notice(address="anna@example.org", template=AccountTemplate.COPY_READY, key="copy:1") is False


def test_person_is_reached_only_on_a_way_they_have_agreed_to():
    agreed, silent, guest = (
        PersonFactory(),
        PersonFactory(),
        PersonFactory(user=None, contact_email="jemand@example.org"),
    )
    agreeing(agreed.user)
    discreet = PersonFactory()
    NoticeSettingsFactory(user=agreeing(discreet.user), is_discreet=True)

    found = [reaches_person(person_id=each.pk) for each in (agreed, silent, guest, discreet)]

    assert found == [True, False, True, False]
