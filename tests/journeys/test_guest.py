"""Without an account: begun in a library, gone on with at home on the own phone, sent, later joined to an account."""

import pytest

from applications.domain.draft_answers import store_answers
from applications.models import Draft
from portal.cases.models import Person
from tests.factories.personas import P01, fresh
from tests.journeys import steps
from tests.journeys.drafts import path_of
from tests.journeys.typist import Typist
from tests.journeys.visitor import DESK

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SECRETS = ("Jonas", "Albers")


@pytest.mark.parametrize("scripts", [True, False], ids=["phone", "phone-without-JavaScript"])
def test_guest_goes_on_at_home_and_joins_an_account_later(visit, site, scripts):
    library = visit(secrets=SECRETS, viewport=DESK)
    code, draft_id = begin_without_account(library)
    Typist(library, P01).fill_in(stop_at="kontakt")
    assert_nothing_is_left(library, path_of(Draft.objects.get(pk=draft_id), "name"))

    phone = visit(secrets=(*SECRETS, code), scripts=scripts)
    go_on_with(phone, code)
    fill_in_the_rest(Draft.objects.get(pk=draft_id))
    receipt = send_from(phone, draft_id)
    assert "Mit Ihrem Code sehen Sie das alles wieder" in phone.text
    steps.fetch_files(phone, site, receipt)
    steps.read_postbox(phone, receipt)
    phone.press("Beenden", within="header")
    phone.press("Jetzt beenden")

    join_account(phone, code)
    phone.press("Antrag auf Grundsicherungsgeld")
    assert receipt.reference in phone.text
    assert Person.objects.get(is_applicant=True, drafts=draft_id).user.email == phone.email
    phone.open("/postfach/")
    assert "Eingangsbestätigung: Antrag auf Grundsicherungsgeld" in phone.text


def begin_without_account(visitor):
    """From the start page to the first page of questions; returns the code and the draft's id."""
    visitor.open("/")
    visitor.press("Ohne Konto ausfüllen")
    visitor.press("Ohne Konto ausfüllen")
    assert visitor.heading == "Ihr Code"
    code = visitor.page.inner_text(".jc-resume-code")
    visitor.watch.secrets = (*visitor.watch.secrets, code, code.replace("-", ""))
    assert visitor.page.get_by_role("button", name="Drucken").is_visible()
    visitor.press("Ich habe den Code, weiter")
    visitor.press("Beginnen: Antrag auf Grundsicherungsgeld")
    draft_id = visitor.path.split("/")[2]
    visitor.press("Jetzt beginnen")
    return code, draft_id


def assert_nothing_is_left(visitor, page):
    """The visit ends; nobody who comes next finds anything."""
    visitor.press("Beenden", within="header")
    visitor.press("Jetzt beenden")
    assert "Hier ist nichts mehr von Ihnen" in visitor.heading
    assert visitor.context.cookies() == []
    assert visitor.page.evaluate("() => localStorage.length + sessionStorage.length") == 0
    assert visitor.page.evaluate("async () => (await caches.keys()).length") == 0
    for _step in range(3):
        visitor.page.go_back(wait_until="load")
        assert [word for word in SECRETS if word in visitor.page.content()] == []
    visitor.open(page)
    assert visitor.heading == "Anmelden"


def go_on_with(visitor, code):
    """On another device: the address is typed, then the code."""
    visitor.open("/weiter/")
    visitor.fill(code=code.lower().replace("-", " "))
    visitor.press("Weitermachen")
    assert "Was Sie gespeichert haben, ist noch da" in visitor.text
    visitor.press("Weitermachen")


def fill_in_the_rest(draft):
    assert store_answers(draft=draft, answers={**draft.answers, **fresh(P01)}, slug="", at=draft.updated_at)


def send_from(visitor, draft_id):
    visitor.open(path_of(Draft.objects.get(pk=draft_id), "pruefen"))
    visitor.press("Antrag jetzt absenden")
    assert visitor.heading == "Wir haben Ihren Antrag bekommen"
    return steps.receipt_on(visitor)


def join_account(visitor, code):
    """Signed up like everybody else, then the code."""
    visitor.sign_up()
    visitor.press("Konto", within="header")
    visitor.press("Mit dem Code in dieses Konto übernehmen")
    visitor.fill(code=code)
    visitor.press("In mein Konto übernehmen")
    assert "Alles ist jetzt in Ihrem Konto" in visitor.text
