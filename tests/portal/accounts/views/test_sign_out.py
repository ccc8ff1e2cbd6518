import pytest

from portal.accounts.views.sign_out import CLEAR_SITE_DATA
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client):
    client.force_login(UserFactory())
    return client


def test_sign_out_asks_first(signed_in):
    page = signed_in.get("/konto/abmelden/")
    assert (page.status_code, "_auth_user_id" in signed_in.session) == (200, True)


def test_sign_out_ends_the_session_and_empties_the_browser(signed_in):
    key = signed_in.session.session_key
    answer = signed_in.post("/konto/abmelden/")
    assert (answer.status_code, answer.url, answer["Clear-Site-Data"]) == (302, "/", CLEAR_SITE_DATA)
    assert not signed_in.session.exists(key)


def test_sign_out_says_so_on_the_next_page(signed_in):
    page = signed_in.post("/konto/abmelden/", {"next": "/konto/anmelden/"}, follow=True)
    assert [str(message) for message in page.context["messages"]] == ["Sie sind abgemeldet."]


def test_old_cookie_is_worth_nothing_after_sign_out(signed_in):
    cookie = signed_in.cookies["sessionid"].value
    signed_in.post("/konto/abmelden/")
    signed_in.cookies["sessionid"] = cookie
    assert signed_in.get("/konto/").url == "/konto/anmelden/?next=/konto/"
