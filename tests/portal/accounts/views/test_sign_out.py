import pytest
from django.conf import settings

from portal.accounts.views.sign_out import CLEAR_ALL, CLEAR_SITE_DATA
from portal.audit.models import AuditEvent
from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

LEAVE = "/konto/verlassen/"


@pytest.fixture
def signed_in(client):
    client.force_login(UserFactory())
    return client


@pytest.fixture
def on_shared_computer(client):
    client.post("/konto/anmelden/", {"login": UserFactory().email, "password": PASSWORD, "shared": "on"})
    return client


def test_sign_out_asks_first(signed_in):
    page = signed_in.get("/konto/abmelden/")
    assert (page.status_code, "_auth_user_id" in signed_in.session) == (200, True)


def test_sign_out_ends_the_session_and_empties_the_browser(signed_in):
    key = signed_in.session.session_key
    answer = signed_in.post("/konto/abmelden/")
    assert (answer.status_code, answer.url) == (302, "/konto/abgemeldet/")
    assert answer["Clear-Site-Data"] == CLEAR_SITE_DATA
    assert not signed_in.session.exists(key)


def test_sign_out_on_a_shared_computer_takes_the_cookies_along(on_shared_computer):
    assert on_shared_computer.post("/konto/abmelden/")["Clear-Site-Data"] == CLEAR_ALL


def test_end_page_says_what_only_the_person_can_do(signed_in):
    page = signed_in.post("/konto/abmelden/", follow=True)
    text = page.content.decode()
    assert "Schließen Sie jetzt den Browser." in text
    assert "Downloads" in text
    assert list(page.context["messages"]) == []


def test_sign_out_to_another_page_says_so_there(signed_in):
    page = signed_in.post("/konto/abmelden/", {"next": "/konto/anmelden/"}, follow=True)
    assert [str(message) for message in page.context["messages"]] == ["Sie sind abgemeldet."]


def test_old_cookie_is_worth_nothing_after_sign_out(signed_in):
    cookie = signed_in.cookies["sessionid"].value
    signed_in.post("/konto/abmelden/")
    signed_in.cookies["sessionid"] = cookie
    assert signed_in.get("/konto/").url == "/konto/anmelden/?next=/konto/"


def test_leaving_ends_the_session_and_shows_the_weather(signed_in):
    key = signed_in.session.session_key
    answer = signed_in.post(LEAVE)
    assert (answer.status_code, answer.url) == (302, settings.PORTAL.quick_exit_url)
    assert answer["Clear-Site-Data"] == '"storage"'
    assert not signed_in.session.exists(key)
    assert AuditEvent.objects.filter(event="account.signed_out").count() == 1


def test_leaving_a_shared_computer_takes_the_cookies_along(on_shared_computer):
    assert on_shared_computer.post(LEAVE)["Clear-Site-Data"] == '"cookies", "storage"'


def test_leaving_works_for_who_is_not_signed_in_and_gives_no_cookie(client):
    answer = client.post(LEAVE)
    assert (answer.url, client.cookies.keys() - {"sessionid"}) == (settings.PORTAL.quick_exit_url, set())


def test_leaving_throws_away_what_an_unfinished_sign_in_holds(client):
    client.post("/konto/code/", {"email": "anna@example.org"})
    key = client.session.session_key
    client.post(LEAVE)
    assert not client.session.exists(key)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_foreign_page_cannot_sign_anybody_out(signed_in, site):
    answer = signed_in.post(LEAVE, headers={"Sec-Fetch-Site": site})
    assert "Clear-Site-Data" not in answer
    assert signed_in.get("/konto/").status_code == 200


def test_leaving_is_asked_by_post_only(client):
    assert client.get(LEAVE).status_code == 405


def test_policy_lets_the_form_lead_to_the_weather(client):
    assert "form-action 'self' https://www.dwd.de;" in client.get("/")["Content-Security-Policy"]


def test_fields_of_social_data_are_not_filled_in_on_a_shared_computer(on_shared_computer, signed_in):
    from tests.factories.applications import DraftFactory

    draft = DraftFactory()
    page = f"/antrag/{draft.pk}/name/"
    signed_in.force_login(draft.person.user)
    assert 'autocomplete="family-name"' in signed_in.get(page).content.decode()
    signed_in.logout()
    signed_in.post("/konto/anmelden/", {"login": draft.person.user.email, "password": PASSWORD, "shared": "on"})
    text = signed_in.get(page).content.decode()
    assert "family-name" not in text
    assert 'autocomplete="off"' in text
