"""Confirming by a code from an e-mail."""

import re
from datetime import timedelta

import pytest

from portal.audit.models import AuditEvent
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db

PAGE = "/konto/e-mail/"
BY_CODE = f"/konto/erneut-anmelden/code/?next={PAGE}"


@pytest.fixture
def user(client, time_machine):
    """Somebody without password who signed in a while ago."""
    time_machine.move_to("2026-11-26 10:00:00+01:00", tick=False)
    user = UserFactory(without_password=True)
    client.force_login(user)
    time_machine.shift(timedelta(minutes=20))
    return user


def code_in(mail):
    return re.search(r"^\d{4}-\d{4}$", mail.body, re.MULTILINE).group()


def ask(client):
    return client.post(BY_CODE, {"action": "resend"})


def test_opening_the_page_sends_nothing(client, user, mailoutbox):
    page = client.get(BY_CODE)
    assert (page.status_code, page.context["is_sent"], mailoutbox) == (200, False, [])


def test_code_opens_the_page_and_is_worth_nothing_afterwards(client, user, mailoutbox, time_machine):
    ask(client)
    code = code_in(mailoutbox[0])
    assert client.post(BY_CODE, {"code": code}).url == PAGE
    assert client.get(PAGE).status_code == 200
    time_machine.shift(timedelta(minutes=10))
    client.post(BY_CODE, {"code": code})
    assert client.get(PAGE).status_code == 302


def test_mail_holds_the_code_and_nothing_about_the_person(client, user, mailoutbox):
    ask(client)
    assert (mailoutbox[0].to, mailoutbox[0].subject) == ([user.email], "Ihr Code zum Bestätigen")
    assert user.email not in mailoutbox[0].body


def test_wrong_code_is_refused_in_words_and_recorded(client, user):
    ask(client)
    page = client.post(BY_CODE, {"code": "0000-0000"})
    assert page.context["form"].errors == {
        "code": ["Dieser Code stimmt nicht. Bitte prüfen Sie die Ziffern in unserer letzten E-Mail."]
    }
    assert AuditEvent.objects.order_by("id").last().event == "account.sign_in_failed"


def test_after_five_wrong_codes_the_right_one_is_worth_nothing(client, user, mailoutbox):
    ask(client)
    for _n in range(5):
        client.post(BY_CODE, {"code": "0000-0000"})
    client.post(BY_CODE, {"code": code_in(mailoutbox[0])})
    assert client.get(PAGE).status_code == 302


def test_code_expires_after_fifteen_minutes(client, user, mailoutbox, time_machine):
    ask(client)
    time_machine.shift(timedelta(minutes=15))
    client.post(BY_CODE, {"code": code_in(mailoutbox[0])})
    assert client.get(PAGE).status_code == 302


def test_code_of_one_session_does_not_work_in_another(client, user, mailoutbox):
    ask(client)
    other = type(client)()
    other.force_login(user)
    other.post(BY_CODE, {"code": code_in(mailoutbox[0])})
    session = other.session
    assert "account_authentication_methods" not in session


def test_new_code_replaces_the_old_one(client, user, mailoutbox):
    ask(client)
    ask(client)
    assert client.post(BY_CODE, {"code": code_in(mailoutbox[0])}).status_code == 200
    assert client.post(BY_CODE, {"code": code_in(mailoutbox[1])}).status_code == 302


def test_codes_are_sent_three_times_a_minute_at_most(client, user, settings, mailoutbox):
    settings.ACCOUNT_RATE_LIMITS = {}
    assert [ask(client).status_code for _n in range(4)] == [302, 302, 302, 429]
    assert len(mailoutbox) == 3


def test_stranger_asking_for_sign_in_codes_does_not_use_up_ours(client, user, settings, mailoutbox):
    settings.ACCOUNT_RATE_LIMITS = {}
    for _n in range(4):
        type(client)().post("/konto/code/", {"email": user.email})
    assert ask(client).status_code == 302
