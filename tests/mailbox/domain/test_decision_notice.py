"""Notices of decisions through Django's mailbox; with a real server: `tests/faults/test_decisions.py`."""

import datetime
import smtplib

import pytest
from django.core import mail
from django.db import DatabaseError, transaction
from django.utils import timezone

from mailbox.domain import decision_notice
from mailbox.domain.decision_notice import accounts_of, resume_notices, send_next_notice
from mailbox.enums import ByPost, Delivery
from mailbox.errors import NotRetrievable
from mailbox.models import Decision
from mailbox.services import release_decision
from portal.notices.enums import ConsentKind, DispatchStatus, Template
from portal.notices.models import Consent, Dispatch
from portal.outbox.models import OutboxMessage
from portal.outbox.services import deliver_due
from tests.factories.cases import staff_actor
from tests.factories.consents import agreeing
from tests.factories.decisions import house, released, waiting
from tests.factories.representations import RepresentationFactory
from tests.factories.stores import local_path

pytestmark = pytest.mark.django_db
REFUSING = "tests.mailbox.domain.test_decision_notice.Refusing"
AWAY = "tests.mailbox.domain.test_decision_notice.Away"


class Refusing:
    """A mail server that knows nobody."""

    def __init__(self, **_options):
        pass

    def send_messages(self, messages):
        raise smtplib.SMTPRecipientsRefused({to: (550, b"no such user") for each in messages for to in each.to})


class Away:
    """A mail server that does not answer."""

    def __init__(self, **_options):
        pass

    def send_messages(self, _messages):
        raise ConnectionRefusedError


def now(decision):
    return Decision.objects.get(pk=decision.pk)


def test_clock_counts_from_the_record_of_the_notice():
    decision = released(house())
    deliver_due()

    dispatch = Dispatch.objects.get(template=Template.NEW_DECISION)
    assert (now(decision).notified_at, now(decision).notice_id) == (dispatch.sent_at, dispatch.pk)
    assert len(mail.outbox) == 1


def test_delivering_again_changes_nothing():
    decision = released(house())
    deliver_due()
    before = now(decision)
    send_next_notice(decision.pk)

    assert (now(decision).notified_at, len(mail.outbox)) == (before.notified_at, 1)


def test_database_refuses_another_beginning():
    decision = released(house())
    deliver_due()

    with pytest.raises(DatabaseError), transaction.atomic():
        Decision.objects.filter(pk=decision.pk).update(notified_at=timezone.now())


def test_no_notice_before_the_file_can_be_retrieved():
    decision = released(house())
    path = local_path(decision.document.stored)
    content = path.read_bytes()
    path.unlink()

    with pytest.raises(NotRetrievable):
        send_next_notice(decision.pk)
    assert (mail.outbox, now(decision).notified_at) == ([], None)
    path.write_bytes(content)
    send_next_notice(decision.pk)
    assert len(mail.outbox) == 1


def test_refusal_for_good_sends_it_by_post_without_a_clock(settings):
    settings.EMAIL_BACKEND = REFUSING
    decision = released(house())
    deliver_due()

    after = now(decision)
    assert (after.delivery, after.by_post, after.notified_at) == (Delivery.POST, ByPost.BOUNCED, None)


def test_consent_taken_back_before_the_notice_sends_it_by_post():
    there = house()
    decision = released(there)
    Consent.objects.filter(user=there.person.user).update(revoked_at=timezone.now())
    deliver_due()

    after = now(decision)
    assert (after.delivery, after.by_post, mail.outbox) == (Delivery.POST, ByPost.NO_CONSENT, [])


def test_account_closed_before_the_notice_sends_it_by_post():
    there = house()
    decision = released(there)
    there.person.user = None
    there.person.save()
    deliver_due()

    assert (now(decision).delivery, now(decision).by_post) == (Delivery.POST, ByPost.NO_ACCOUNT)


def test_mail_server_that_is_away_leaves_it_in_the_portal_without_a_clock(settings):
    settings.EMAIL_BACKEND, working = AWAY, settings.EMAIL_BACKEND
    decision = released(house())
    deliver_due()
    assert (now(decision).delivery, now(decision).notified_at) == (Delivery.PORTAL, None)

    settings.EMAIL_BACKEND = working
    send_next_notice(decision.pk)
    assert now(decision).notified_at == Dispatch.objects.get(template=Template.NEW_DECISION).sent_at


def represented_by_two():
    there = house()
    both = [RepresentationFactory(person=there.person), RepresentationFactory(person=there.person, authorised=True)]
    for each in both:
        agreeing(each.user, ConsentKind.ELECTRONIC_DECISIONS)
    return there, both


def test_of_several_addressees_the_last_notice_counts():
    there, both = represented_by_two()
    decision = released(there)
    assert accounts_of(decision) == [each.user_id for each in both]

    send_next_notice(decision.pk)
    assert now(decision).notified_at is None
    deliver_due()
    last = Dispatch.objects.get(template=Template.NEW_DECISION, user=both[1].user)
    assert now(decision).notified_at == last.sent_at
    assert Dispatch.objects.filter(template=Template.NEW_DECISION).count() == 2


def test_first_notice_that_came_back_before_the_second_left_sends_all_by_post():
    there, both = represented_by_two()
    decision = released(there)
    send_next_notice(decision.pk)
    Dispatch.objects.filter(user=both[0].user).update(returned_at=timezone.now())
    deliver_due()

    after = now(decision)
    assert (after.delivery, after.by_post, after.notified_at) == (Delivery.POST, ByPost.BOUNCED, None)


def test_representative_who_has_not_agreed_sends_all_by_post():
    there, both = represented_by_two()
    Consent.objects.filter(user=both[1].user).delete()

    decision = release_decision(actor=staff_actor(there.second), decision=waiting(there))
    assert (decision.delivery, decision.by_post) == (Delivery.POST, ByPost.SEVERAL)


def test_what_the_outbox_has_given_up_is_tried_again(time_machine):
    decision = released(house())
    OutboxMessage.objects.filter(subject_id=decision.pk).update(dead_at=timezone.now())
    assert resume_notices() == 0
    time_machine.move_to(timezone.now() + decision_notice.QUIET + datetime.timedelta(seconds=1))

    assert (resume_notices(), resume_notices()) == (1, 0)
    deliver_due()
    assert now(decision).notified_at is not None


def test_notices_know_no_word_of_it():
    released(house(), title="Aufhebungsbescheid", cover="Sie haben zu viel bekommen.")
    deliver_due()

    said = f"{mail.outbox[0].subject} {mail.outbox[0].body}"
    assert not [word for word in ("Aufhebung", "zu viel", "Sander", "Miriam") if word in said]
    assert Dispatch.objects.filter(status=DispatchStatus.FAILED).count() == 0
