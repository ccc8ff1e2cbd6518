"""Whoever sits down at the computer next learns nothing: neither by going back nor from what the browser keeps."""

import datetime

import pytest
from django.conf import settings
from django.utils import timezone
from msgspec import structs

from portal.accounts.models import Session
from tests.factories.accounts import PASSWORD
from tests.factories.personas import P02
from tests.journeys.background import wait_for
from tests.journeys.drafts import claimant_with

pytestmark = pytest.mark.browser

KEPT = """async () => ({
  caches: await caches.keys(),
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map(entry => entry.name),
})"""
NOTHING = {"caches": [], "local": [], "session": [], "databases": []}
NAME = P02["you"]["last_name"]


@pytest.fixture
def person(visit):
    """A function: somebody at a library's computer, with an application that is filled in."""

    def new(**options):
        visitor, draft = claimant_with(visit, P02, secrets=[NAME], **options)
        user = draft.person.user
        user.set_password(PASSWORD)
        user.save()
        visitor.context.clear_cookies()
        visitor.open(f"/antrag/{draft.pk}/name/")
        visitor.fill(login=user.email, password=PASSWORD)
        visitor.page.get_by_label("Das ist ein öffentlicher oder fremder Computer").check()
        visitor.press("Anmelden")
        assert visitor.page.locator('[name="last_name"]').input_value() == NAME
        return visitor

    return new


@pytest.mark.parametrize("scripts", [True, False])
def test_going_back_after_the_end_shows_the_sign_in_page(person, scripts):
    visitor = person(scripts=scripts)
    visitor.open("/konto/")
    visitor.press("Abmelden")
    assert visitor.heading == "Sie sind abgemeldet"
    for _ in range(2):
        visitor.page.go_back(wait_until="load")
        assert visitor.heading == "Anmelden"
        assert NAME not in visitor.page.content()


def test_browser_keeps_nothing(person):
    visitor = person()
    visitor.open("/konto/")
    assert visitor.page.evaluate(KEPT) == NOTHING
    visitor.press("Abmelden")
    assert visitor.page.evaluate(KEPT) == NOTHING
    assert visitor.context.cookies() == []


@pytest.fixture
def weather(settings, site):
    """A harmless page of another origin: the same server under another name."""
    origin = site.url.replace("localhost", "127.0.0.1")
    address = f"{origin}/robots.txt"
    policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"] | {"form-action": ["'self'", origin]}
    settings.PORTAL = structs.replace(settings.PORTAL, quick_exit_url=address)
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": policy}
    return address


@pytest.mark.parametrize("scripts", [True, False])
def test_leaving_takes_one_tap(person, weather, scripts):
    visitor = person(scripts=scripts)
    key = next(c["value"] for c in visitor.context.cookies() if c["name"] == settings.SESSION_COOKIE_NAME)
    with visitor.page.expect_navigation(url=weather):
        visitor.page.get_by_role("button", name="Seite schnell verlassen").click()
    assert "User-agent" in visitor.page.inner_text("body")
    wait_for(lambda: not Session.objects.filter(session_key=key).exists(), "the end of the session")
    visitor.page.go_back(wait_until="load")
    assert visitor.heading == "Anmelden"
    assert NAME not in visitor.page.content()


def test_three_times_escape_leaves(person, weather):
    visitor = person()
    with visitor.page.expect_navigation(url=weather):
        for _ in range(3):
            visitor.page.keyboard.press("Escape")


def test_page_warns_before_the_end_and_stays_by_a_button(person):
    visitor = person()
    visitor.page.clock.install()
    visitor.page.reload()
    warning = visitor.page.get_by_text("In fünf Minuten melden wir Sie ab.")
    assert not warning.is_visible()
    visitor.page.clock.run_for(5 * 60_000 + 6_000)
    assert warning.is_visible()
    visitor.page.get_by_role("button", name="Angemeldet bleiben").click()
    warning.wait_for(state="hidden")
    assert "Sie bleiben bis" in visitor.page.inner_text("#angemeldet-bis")


@pytest.mark.parametrize("scripts", [True, False])
def test_text_typed_too_late_is_there_again_after_signing_in(person, scripts):
    visitor = person(scripts=scripts)
    Session.objects.update(expire_date=timezone.now() - datetime.timedelta(minutes=1))
    visitor.fill(first_name="Spätentschlossene")
    visitor.press("Speichern und weiter")
    assert visitor.heading == "Anmelden"
    assert "Ihre Eingaben sind noch da" in visitor.text
    visitor.sign_in(visitor.email, PASSWORD)
    assert visitor.page.locator('[name="first_name"]').input_value() == "Spätentschlossene"


def test_other_device_is_signed_out_from_a_phone(visit, person):
    here, there = person(), visit()
    there.open("/konto/anmelden/")
    there.sign_in(here.email, PASSWORD)
    here.open("/konto/geraete/")
    button = here.page.get_by_role("button", name="Abmelden: Chrome auf Linux")
    assert button.bounding_box()["height"] < 60  # its word stands in one line
    here.leave_by(button.click)
    assert "1 Gerät ist abgemeldet." in here.text
    there.open("/konto/")
    assert there.heading == "Anmelden"
