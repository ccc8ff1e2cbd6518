import datetime

import pytest
from django.core import mail

from applications.domain.draft_answers import store_answers
from applications.domain.expiry_notice import tell_of_expiry
from applications.models import Draft
from mailbox.models import Message
from portal.outbox.services import deliver_due
from tests.factories.applications import DraftFactory
from tests.factories.cases import CaseFactory, StandingFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("everybody_agrees")]

DAY = datetime.timedelta(days=1)


@pytest.fixture
def draft():
    return DraftFactory(version=1)


def guest(**answers):
    standing = StandingFactory(guest=True, person__case=CaseFactory(prospective=True))
    return DraftFactory(version=1, standing=standing, answers={"started_on": "2026-11-16", **answers})


@pytest.mark.parametrize(("days", "told"), [(8, 0), (7, 1), (1, 1), (0, 0)])
def test_draft_is_told_of_within_seven_days(draft, days, told):
    assert tell_of_expiry(now=draft.expires_at - days * DAY) == told


def test_notice_names_form_and_day_and_comes_once(draft):
    assert [tell_of_expiry(now=draft.expires_at - DAY) for _ in range(2)] == [1, 0]
    message = Message.objects.get()
    assert "Antrag auf Grundsicherungsgeld" in message.body
    assert "löschen wir diese Angaben" in message.body
    assert message.thread.subject == "Nicht abgeschickt: wird bald gelöscht"
    assert message.thread.person_id == draft.person_id


def test_later_save_makes_another_end_and_another_notice(draft):
    tell_of_expiry(now=draft.expires_at - DAY)
    later = draft.expires_at - DAY / 2
    assert store_answers(draft=draft, answers=draft.answers, slug="", at=later)

    assert tell_of_expiry(now=later) == 0
    assert tell_of_expiry(now=draft.expires_at - DAY) == 1
    assert Message.objects.count() == 2


def test_draft_without_anything_in_it_is_not_worth_a_notice():
    draft = DraftFactory(version=0)

    assert tell_of_expiry(now=draft.expires_at - DAY) == 0


def test_account_gets_an_e_mail_without_contents(draft):
    tell_of_expiry(now=draft.expires_at - DAY)
    deliver_due()

    [sent] = mail.outbox
    assert sent.to == [draft.person.user.email]
    assert "Grundsicherung" not in sent.body


def test_guest_gets_it_where_the_draft_says():
    draft = guest(you={"email": "gast@example.org"})
    tell_of_expiry(now=draft.expires_at - DAY)
    deliver_due()

    assert [sent.to for sent in mail.outbox] == [["gast@example.org"]]


def test_guest_in_danger_gets_no_e_mail():
    draft = guest(you={"email": "gast@example.org"}, urgent={"dangers": ["violence"]})
    tell_of_expiry(now=draft.expires_at - DAY)
    deliver_due()

    assert mail.outbox == []
    assert Draft.objects.get().person.contact_email is None
