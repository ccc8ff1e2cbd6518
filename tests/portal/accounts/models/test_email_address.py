"""One account for each address, however it is typed."""

import pytest
from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from portal.accounts.models import User
from portal.accounts.models.email_address import normal_email, readable_email
from tests.factories.accounts import PASSWORD, UserFactory

SPELLINGS = [
    "anna@müller.example",
    "Anna@MÜLLER.example",
    "anna@mu\u0308ller.example",  # u and two dots
    "anna@xn--mller-kva.example",
    " anna@XN--MLLER-KVA.example ",
    "anna@müller。example",  # the full stop of another script
]


@pytest.mark.parametrize("typed", SPELLINGS)
def test_domain_has_one_spelling(typed):
    assert normal_email(typed) == "anna@xn--mller-kva.example"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a@straße.example", "a@xn--strae-oqa.example"),  # not strasse: another domain since IDNA 2008
        ("a@Beispiel.DE", "a@beispiel.de"),
        ("kein-zeichen", "kein-zeichen"),
        ("", ""),
        ("a@-ü-.example", "a@-ü-.example"),  # no domain: other checks refuse it
    ],
)
def test_other_addresses_stay_what_they_are(typed, kept):
    assert normal_email(typed) == kept


def test_umlauts_are_shown_again():
    assert readable_email("anna@xn--mller-kva.example") == "anna@müller.example"
    assert readable_email("anna@example.org") == "anna@example.org"
    assert readable_email("a@xn--broken\x00.example") == "a@xn--broken\x00.example"


@pytest.mark.django_db
@pytest.mark.parametrize("typed", SPELLINGS)
def test_account_is_found_and_cannot_be_made_twice(typed):
    user = UserFactory(email="anna@müller.example")
    assert User.objects.get(email=typed) == user
    with transaction.atomic(), pytest.raises(IntegrityError):
        User.objects.create(email=typed)


@pytest.mark.django_db
def test_both_tables_agree():
    user = UserFactory(email="Anna@MÜLLER.example")
    assert EmailAddress.objects.get(user=user).email == user.email == "anna@xn--mller-kva.example"


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["Anna@Müller.example", "anna@xn--mller-kva.example"])
def test_every_way_in_takes_every_spelling(client, mailoutbox, typed):
    user = UserFactory(email="anna@müller.example")
    client.post("/konto/anmelden/", {"login": typed, "password": PASSWORD})
    assert client.session["_auth_user_id"] == str(user.pk)
    client.logout()
    client.post("/konto/code/", {"email": typed})
    client.cookies.clear()
    client.post("/konto/passwort/vergessen/", {"email": typed})
    client.cookies.clear()
    client.post("/konto/registrieren/", {"email": typed, "password1": PASSWORD})
    assert [(mail.to, mail.subject) for mail in mailoutbox] == [
        (["anna@xn--mller-kva.example"], "Ihr Code zum Anmelden"),
        (["anna@xn--mller-kva.example"], "Ihr Code für ein neues Passwort"),
        (["anna@xn--mller-kva.example"], "Sie haben schon ein Konto"),
    ]
    assert User.objects.count() == 1
