from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.contrib.auth import get_user

from portal.accounts.models import User
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db

SIGN_UP = "/konto/anmeldewege/registrieren/"
ERIKA = {"sub": "erika", "email": "erika@example.org", "email_verified": True, "name": "Erika Musterfrau"}


@pytest.fixture(autouse=True)
def configured(openid, settings):
    openid.configure(settings)


def signed_in(client):
    return get_user(client).pk  # a client has a session, which is all that is asked for


def test_button_stands_on_the_sign_in_page(client):
    assert "Mit Servicekonto anmelden" in client.get("/konto/anmelden/").content.decode()


def test_opening_the_address_asks_first(client):
    page = client.get("/konto/oidc/oidc/")
    assert (page.status_code, "Mit Servicekonto anmelden" in page.content.decode()) == (200, True)


def test_question_uses_pkce_and_asks_for_little(client):
    asked = parse_qs(urlsplit(client.post("/konto/oidc/oidc/").url).query)
    assert (set(asked["scope"][0].split()), asked["code_challenge_method"]) == ({"openid", "email"}, ["S256"])


def test_first_time_asks_before_it_makes_an_account(openid, client):
    assert openid.come_back(client, ERIKA).url == SIGN_UP
    assert client.get(SIGN_UP).context["form"].initial == {"email": "erika@example.org"}
    assert User.objects.count() == 0


def test_account_is_made_and_known_the_next_time(openid, client):
    openid.come_back(client, ERIKA)
    client.post(SIGN_UP, {"email": ""})
    user = User.objects.get()
    client.post("/konto/abmelden/")
    assert openid.come_back(client, ERIKA, form={"next": "/unterlagen/"}).url == "/unterlagen/"
    assert signed_in(client) == user.pk


def test_token_is_not_kept(openid, client):
    openid.come_back(client, ERIKA)
    assert "opaque" not in str(dict(client.session))
    client.post(SIGN_UP, {"email": ""})
    account = SocialAccount.objects.get()
    assert (account.provider, account.uid, sorted(account.extra_data)) == ("oidc", "erika", ["at", "second_factor"])
    assert SocialToken.objects.count() == 0


def test_confirmed_address_of_the_service_opens_no_account(openid, client):
    UserFactory(email="erika@example.org")
    assert openid.come_back(client, ERIKA).url == SIGN_UP
    assert signed_in(client) is None


@pytest.mark.parametrize(
    "claims",
    [{"sub": ""}, {"iss": "https://other.example"}, {"aud": "other"}, {"exp": 1}, {"sub": None}],
    ids=["nobody", "issuer", "audience", "expired", "null"],
)
def test_false_token_is_refused_plainly(openid, client, claims):
    page = openid.come_back(client, ERIKA | claims)
    assert (page.status_code, "Das hat nicht geklappt" in page.content.decode()) == (403, True)
    assert (User.objects.count(), signed_in(client)) == (0, None)


def test_code_without_the_question_is_refused(openid, client):
    sent = client.post("/konto/oidc/oidc/")
    stolen = openid.code_for(sent.url, ERIKA) | {"state": "another"}
    assert client.get("/konto/oidc/oidc/antwort/", stolen).status_code == 403


def test_code_of_another_browser_is_refused(openid, client, client_of_a_stranger):
    foreign = openid.code_for(client_of_a_stranger.post("/konto/oidc/oidc/").url, ERIKA)
    mine = parse_qs(urlsplit(client.post("/konto/oidc/oidc/").url).query)["state"][0]
    assert client.get("/konto/oidc/oidc/antwort/", foreign | {"state": mine}).status_code == 403


@pytest.fixture
def client_of_a_stranger(client):
    return type(client)()


def test_person_who_turned_back_gets_a_calm_page(client):
    state = parse_qs(urlsplit(client.post("/konto/oidc/oidc/").url).query)["state"][0]
    page = client.get("/konto/oidc/oidc/antwort/", {"error": "access_denied", "state": state})
    assert (page.status_code, "Anmeldung abgebrochen" in page.content.decode()) == (200, True)


def test_service_away_is_said_plainly(openid, client):
    openid.stop()
    page = client.post("/konto/oidc/oidc/")
    assert (page.status_code, "Das hat nicht geklappt" in page.content.decode()) == (403, True)


def test_service_that_answers_nonsense_is_said_plainly(openid, client):
    openid.broken = True
    assert client.post("/konto/oidc/oidc/").status_code == 403
