import datetime

import pytest
from django.core import mail

from applications.claim.model import BankAccount, Housing
from applications.domain.checks import check_application
from applications.domain.contact_change import tell_of_change
from applications.models import Finding
from mailbox.models import Message
from portal.outbox.services import deliver_due
from tests.factories.cases import CaseFactory
from tests.factories.claims import build_claim
from tests.factories.consents import hours_pass
from tests.factories.submissions import RECEIVED_AT
from tests.factories.triage import ApplicationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("everybody_agrees")]
OLD, NEW = "DE12 9999 9999 0000 0001 01", "DE89 3704 0044 0532 0130 00"


def hand_in(case, iban, street="Weg 1", day=0, **fields):
    claim = build_claim(bank=BankAccount(iban=iban), housing=Housing(street=street, postcode="00115"))
    return ApplicationFactory(case=case, claim=claim, received_at=RECEIVED_AT + datetime.timedelta(days=day), **fields)


@pytest.fixture
def case():
    made = CaseFactory()
    hand_in(made, OLD)
    return made


def test_unconfirmed_account_is_a_finding_and_a_notice(case):
    changed = hand_in(case, NEW, day=1)

    check_application(changed)
    tell_of_change(changed)

    finding = Finding.objects.get(application=changed, rule_id="BANK-06")
    assert finding.severity == "B"
    message = Message.objects.get()
    assert message.thread.subject == "Bitte prüfen: Änderung Ihrer Daten"
    assert "eine neue Bankverbindung für Sie bekommen" in message.body
    assert "Waren Sie das nicht? Dann rufen Sie uns bitte sofort an." in message.body


@pytest.mark.parametrize(
    ("iban", "street", "words"),
    [
        (OLD, "Am Markt 1", "eine neue Adresse"),
        (NEW, "Am Markt 1", "eine neue Bankverbindung und eine neue Adresse"),
    ],
)
def test_notice_says_what_has_changed_but_not_to_what(case, iban, street, words):
    tell_of_change(hand_in(case, iban, street, day=1))

    body = Message.objects.get().body
    assert f"{words} für Sie bekommen" in body
    assert "Am Markt" not in body
    assert "DE89" not in body


def test_confirmed_change_is_neither(case):
    changed = hand_in(case, NEW, day=1, stepped_up=True)

    check_application(changed)
    tell_of_change(changed)

    assert not Finding.objects.filter(rule_id="BANK-06").exists()
    assert not Message.objects.exists()


def test_first_account_and_the_same_one_again_are_no_change(case):
    for application in (hand_in(CaseFactory(), NEW), hand_in(case, OLD.lower(), day=1)):
        tell_of_change(application)

    assert not Message.objects.exists()


def test_old_contact_gets_one_mail_without_contents_however_often(case):
    changed = hand_in(case, NEW, day=1)
    deliver_due()
    mail.outbox.clear()
    hours_pass()
    Message.objects.all().delete()
    for _ in range(2):
        tell_of_change(changed)
        deliver_due()

    (sent,) = mail.outbox
    assert sent.to == [changed.person.user.email]
    assert "Bank" not in sent.subject + sent.body
