"""Sign-in and security: all ways on one page; what may not be removed."""

import pytest
from django.urls import reverse

from tests.factories.accounts import PASSWORD, StaffMembershipFactory, UserFactory
from tests.soft_passkey import SoftPasskey, passkeys_of

pytestmark = pytest.mark.django_db

PAGE = "/konto/sicherheit/"
NEEDED = "Für Ihre Arbeit in der Verwaltung brauchen Sie einen zweiten Faktor. Richten Sie zuerst einen anderen ein."


def links(page):
    text = page.content.decode()
    names = ("account_set_password", "account_change_password", "mfa_activate_totp", "mfa_deactivate_totp")
    return {name for name in names if f'href="{reverse(name)}"' in text}


def remove_address(user):
    return f"/konto/sicherheit/passkeys/{passkeys_of(user).get().pk}/entfernen/"


def messages(page):
    return [str(message) for message in page.context["messages"]]


@pytest.mark.parametrize(
    ("traits", "expected"),
    [
        ({}, {"account_change_password", "mfa_activate_totp"}),
        ({"without_password": True}, {"account_set_password", "mfa_activate_totp"}),
        ({"app": True}, {"account_change_password", "mfa_deactivate_totp"}),
    ],
    ids=["password", "code only", "app"],
)
def test_page_offers_what_is_next_for_every_way(client, traits, expected):
    client.force_login(UserFactory(**traits))
    assert links(client.get(PAGE)) == expected


def test_page_lists_passkeys_by_name(client):
    user = UserFactory()
    SoftPasskey().belong_to(user, name="Mein <Handy>")
    client.force_login(user)
    assert "Mein &lt;Handy&gt;" in client.get(PAGE).content.decode()


def test_page_asks_the_database_as_often_for_many_passkeys(client, django_assert_max_num_queries):
    user = UserFactory()
    client.force_login(user)
    for _n in range(5):
        SoftPasskey().belong_to(user)
    client.get(PAGE)
    with django_assert_max_num_queries(6):
        client.get(PAGE)


def test_nothing_on_the_pages_runs_or_styles_inline(client):
    user = UserFactory(app=True)
    SoftPasskey().belong_to(user)
    for address in ("/konto/anmelden/", PAGE, "/konto/sicherheit/passkeys/neu/", "/konto/erneut-anmelden/passkey/"):
        text = client.get(address).content.decode()
        scripts = [part.split(">")[0] for part in text.split("<script")[1:]]
        assert all("src=" in script or 'type="application/json"' in script for script in scripts), address
        assert " style=" not in text
        assert "<style" not in text
        client.force_login(user)


def test_list_of_passkeys_stands_on_the_page_of_all_ways(client):
    client.force_login(UserFactory())
    assert client.get("/konto/sicherheit/passkeys/").url == PAGE


def test_passkey_is_removed_and_the_person_is_told(client, mailoutbox):
    user = UserFactory()
    SoftPasskey().belong_to(user)
    client.force_login(user)
    assert client.get(remove_address(user)).status_code == 200
    assert client.post(remove_address(user)).url == PAGE
    assert not passkeys_of(user).exists()
    assert [mail.subject for mail in mailoutbox] == ["Ein Passkey wurde entfernt"]


def test_passkey_of_somebody_else_does_not_exist(client):
    other = UserFactory()
    SoftPasskey().belong_to(other)
    client.force_login(UserFactory())
    assert client.post(remove_address(other)).status_code == 404


def test_staff_keep_their_last_passkey(client):
    user = StaffMembershipFactory(user__app=False).user
    SoftPasskey().belong_to(user)
    client.force_login(user)
    answer = client.post(remove_address(user))
    assert (answer.url, messages(client.get(PAGE)), passkeys_of(user).count()) == (PAGE, [NEEDED], 1)


def test_staff_keep_their_app_when_there_is_nothing_else(client):
    user = StaffMembershipFactory().user
    client.force_login(user)
    page = client.post("/konto/sicherheit/app/entfernen/")
    assert page.context["form"].non_field_errors() == [NEEDED]
    assert user.authenticator_set.count() == 1


def test_staff_may_remove_one_of_two(client):
    user = StaffMembershipFactory().user
    SoftPasskey().belong_to(user)
    client.force_login(user)
    client.post(remove_address(user))
    assert not passkeys_of(user).exists()


@pytest.mark.parametrize(
    ("app", "passkey", "label"), [(True, False, "Code"), (True, True, "Code"), (False, True, "Ersatzcode")]
)
def test_second_step_offers_what_the_account_has(client, app, passkey, label):
    user = UserFactory(app=app)
    if passkey:
        SoftPasskey().belong_to(user)
    page = client.get(client.post("/konto/anmelden/", {"login": user.email, "password": PASSWORD}).url)
    assert (page.context["has_app"], page.context["has_passkey"]) == (app, passkey)
    assert page.context["form"]["code"].label == label
    assert ("Passkey benutzen" in page.content.decode()) is passkey
