"""Sign-up with a code by e-mail, as a browser without scripts does it."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse

from portal.accounts.models import User
from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

NEW = {"email": "neu@example.org", "password1": "Regen-Schirm-27"}


def code_in(mail):
    return re.search(r"^\d{4}-\d{4}$", mail.body, re.MULTILINE).group()


def test_sign_up_confirms_the_address_by_code_and_goes_to_next(client, mailoutbox):
    sign_up = client.post(reverse("account_signup") + "?next=/antrag/", NEW)
    assert (sign_up.status_code, sign_up.url) == (302, "/konto/e-mail/bestaetigen/")
    assert [mail.subject for mail in mailoutbox] == ["Ihr Code für das Online-Portal"]
    confirmed = client.post(sign_up.url, {"code": code_in(mailoutbox[0])})
    assert (confirmed.status_code, confirmed.url) == (302, "/antrag/")
    user = User.objects.get(email="neu@example.org")
    assert client.session["_auth_user_id"] == str(user.pk)
    assert EmailAddress.objects.get(user=user).verified


def test_sign_up_sends_no_mail_but_the_code(client, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("account_signup"), NEW)
        client.post(reverse("account_email_verification_sent"), {"code": code_in(mailoutbox[0])})
    assert len(mailoutbox) == 1


def test_sign_up_goes_to_the_start_page_without_next(client, mailoutbox):
    client.post(reverse("account_signup"), NEW)
    confirmed = client.post(reverse("account_email_verification_sent"), {"code": code_in(mailoutbox[0])})
    assert confirmed.url == reverse("pages:home")


def test_sign_up_is_not_signed_in_before_the_code(client):
    client.post(reverse("account_signup"), NEW)
    assert "_auth_user_id" not in client.session


def test_sign_up_stores_the_address_in_lower_case(client):
    client.post(reverse("account_signup"), {**NEW, "email": "Neu@Example.ORG"})
    assert User.objects.get().email == "neu@example.org"


def test_sign_up_refuses_a_short_password_and_keeps_the_address(client):
    page = client.post(reverse("account_signup"), {**NEW, "password1": "kurz"})
    assert page.context["form"].errors == {
        "password1": ["Dieses Passwort ist zu kurz. Es muss mindestens 10 Zeichen enthalten."]
    }
    assert 'value="neu@example.org"' in page.content.decode()
    assert User.objects.count() == 0


def test_sign_up_with_a_taken_address_looks_the_same_and_tells_its_owner(client, mailoutbox):
    UserFactory(email="neu@example.org")
    sign_up = client.post(reverse("account_signup"), NEW)
    assert (sign_up.status_code, sign_up.url) == (302, "/konto/e-mail/bestaetigen/")
    assert [(mail.to, mail.subject) for mail in mailoutbox] == [(["neu@example.org"], "Sie haben schon ein Konto")]
    assert User.objects.count() == 1


def test_sign_up_ignores_fields_that_are_not_asked(client):
    client.post(reverse("account_signup"), {**NEW, "is_staff": "on", "is_superuser": "on"})
    user = User.objects.get()
    assert (user.is_staff, user.is_superuser) == (False, False)


def test_confirming_refuses_a_wrong_code_in_plain_words(client):
    client.post(reverse("account_signup"), NEW)
    page = client.post(reverse("account_email_verification_sent"), {"code": "0000-0000"})
    assert page.context["verify_form"].errors == {
        "code": ["Dieser Code stimmt nicht. Bitte prüfen Sie die Ziffern in unserer letzten E-Mail."]
    }


def test_confirming_ends_after_five_wrong_codes(client):
    client.post(reverse("account_signup"), NEW)
    answers = [client.post(reverse("account_email_verification_sent"), {"code": "0000-0000"}) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 302]
    assert answers[-1].url == reverse("account_login")


def test_confirming_sends_a_new_code_and_the_old_one_is_void(client, mailoutbox):
    client.post(reverse("account_signup"), NEW)
    client.post(reverse("account_email_verification_sent"), {"action": "resend"})
    first, second = map(code_in, mailoutbox)
    page = client.post(reverse("account_email_verification_sent"), {"code": first})
    assert page.status_code == 200
    assert client.post(reverse("account_email_verification_sent"), {"code": second}).status_code == 302


def test_confirming_takes_a_corrected_address(client, mailoutbox):
    client.post(reverse("account_signup"), NEW)
    client.post(reverse("account_email_verification_sent"), {"action": "change", "email": "richtig@example.org"})
    assert mailoutbox[-1].to == ["richtig@example.org"]
    client.post(reverse("account_email_verification_sent"), {"code": code_in(mailoutbox[-1])})
    assert User.objects.get().email == "richtig@example.org"


def test_code_mail_holds_neither_name_nor_links(client, mailoutbox):
    client.post(reverse("account_signup"), NEW)
    mail = mailoutbox[0]
    assert "http" not in mail.body
    assert "neu@example.org" not in mail.body
    assert mail.extra_headers == {"Auto-Submitted": "auto-generated"}
    assert PASSWORD not in mail.body
