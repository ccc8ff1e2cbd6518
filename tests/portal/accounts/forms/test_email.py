"""Another e-mail address for the account."""

import re

import pytest
from django.urls import reverse

from portal.accounts.forms.email import NewEmailForm
from portal.accounts.models import User
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def code_in(mail):
    return re.search(r"^\d{4}-\d{4}$", mail.body, re.MULTILINE).group()


def test_new_address_counts_after_its_code_and_the_old_one_is_told(
    client, mailoutbox, django_capture_on_commit_callbacks
):
    user = UserFactory(email="alt@example.org")
    client.force_login(user)
    asked = client.post(reverse("account_email"), {"email": "neu@example.org", "action_add": "1"})
    assert (asked.url, mailoutbox[0].to) == (reverse("account_email_verification_sent"), ["neu@example.org"])
    user.refresh_from_db()
    assert user.email == "alt@example.org"
    with django_capture_on_commit_callbacks(execute=True):
        client.post(asked.url, {"code": code_in(mailoutbox[0])})
    user.refresh_from_db()
    assert user.email == "neu@example.org"
    assert [(mail.to, mail.subject) for mail in mailoutbox[1:]] == [
        (["alt@example.org"], "Ihre E-Mail-Adresse wurde geändert")
    ]


def test_address_of_somebody_else_cannot_be_taken(client, mailoutbox):
    UserFactory(email="belegt@example.org")
    user = UserFactory(email="alt@example.org")
    client.force_login(user)
    client.post(reverse("account_email"), {"email": "belegt@example.org", "action_add": "1"})
    user.refresh_from_db()
    assert user.email == "alt@example.org"


def test_own_address_again_is_refused_in_plain_words(client):
    client.force_login(UserFactory(email="alt@example.org"))
    page = client.post(reverse("account_email"), {"email": "alt@example.org", "action_add": "1"})
    assert page.context["form"].errors == {
        "email": ["Diese E-Mail-Adresse gehört schon zu Ihrem Konto. Bitte geben Sie eine andere ein."]
    }


def test_person_without_address_is_not_told_of_an_old_one():
    form = NewEmailForm(user=User())
    assert form.fields["email"].label == "E-Mail-Adresse"
    assert "alte" not in form.fields["email"].help_text
