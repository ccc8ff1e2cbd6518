"""What goes wrong in a browser: nothing is lost, the words are clear, never a 500."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from urllib.request import Request, urlopen

import pytest
from django.utils import timezone

from applications.models import Draft
from portal.accounts.models import Session
from portal.desk.management.commands.load_demo import PASSWORD as DEMO_PASSWORD
from portal.submissions.models import Submission
from tests.factories.accounts import UserFactory
from tests.factories.personas import P01, P02
from tests.journeys import papers, steps
from tests.journeys.background import wait_for
from tests.journeys.drafts import CLAIMANT, claimant_with, path_of

pytestmark = pytest.mark.browser
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00" + b"\0" * 2000
UNREADABLE = {
    "Lohn.pdf": lambda: PROGRAM,
    "Foto.jpg": papers.heavy_photo,
    "leer.pdf": lambda: b"",
}


@pytest.fixture
def delivers():
    """What becomes of what is sent is the business of `test_delivery`."""
    return False


def let_session_end():
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))


@pytest.mark.parametrize("scripts", [True, False], ids=["JavaScript", "without"])
def test_typed_text_outlives_the_session(visit, site, scripts):
    claimant, draft = claimant_with(visit, P02, secrets=("Nachtigall",), scripts=scripts)
    claimant.open(path_of(draft, "bemerkung"))
    claimant.fill(remarks="Die Nachtigall\nsingt nachts.")
    let_session_end()

    claimant.press("Speichern und weiter")
    assert "Ihre Eingaben sind noch da" in claimant.text
    claimant.sign_in(CLAIMANT, DEMO_PASSWORD)

    assert claimant.page.input_value('[name="remarks"]') == "Die Nachtigall\nsingt nachts."
    claimant.press("Speichern und weiter")
    assert Draft.objects.get(pk=draft.pk).answers["closing"] == {"remarks": "Die Nachtigall\nsingt nachts."}


def test_second_tab_leads_to_the_same_receipt(visit, site):
    claimant, draft = claimant_with(visit, P01)
    claimant.open(path_of(draft, "pruefen"))
    other = claimant.another_tab()
    other.open(path_of(draft, "pruefen"))

    claimant.press("Antrag jetzt absenden")
    other.press("Antrag jetzt absenden")

    assert other.path == claimant.path == f"/eingang/{Submission.objects.get().pk}/"


@pytest.mark.parametrize("scripts", [True, False], ids=["JavaScript", "without"])
def test_double_click_sends_once(visit, site, scripts):
    claimant, draft = claimant_with(visit, P01, scripts=scripts)
    claimant.open(path_of(draft, "pruefen"))

    claimant.page.get_by_role("button", name="Antrag jetzt absenden").dblclick(no_wait_after=True)
    # Not wait_for_url: without scripts the second click breaks off the way to the page, and that is an error there.
    wait_for(lambda: claimant.page.wait_for_timeout(50) or claimant.path.startswith("/eingang/"), "the receipt")
    claimant.page.wait_for_load_state("load")
    claimant.watch.troubles = [line for line in claimant.watch.troubles if "/absenden/ net::ERR_ABORTED" not in line]
    claimant.watch.look(claimant.page)

    assert claimant.path == f"/eingang/{Submission.objects.get().pk}/"


def test_eight_posts_at_once_give_one_receipt(visit, site):
    claimant, draft = claimant_with(visit, P01)
    claimant.open(path_of(draft, "pruefen"))
    token = claimant.page.locator('form[action$="/absenden/"] [name="csrfmiddlewaretoken"]').input_value()
    cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in claimant.context.cookies())
    data = f"csrfmiddlewaretoken={token}".encode()

    def send(_number):
        return urlopen(Request(site.url + path_of(draft, "absenden"), data, {"Cookie": cookies})).url  # noqa: S310 -- our own server

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(send, range(8)))

    assert set(answers) == {f"{site.url}/eingang/{Submission.objects.get().pk}/"}


@pytest.mark.parametrize("name", UNREADABLE)
def test_unreadable_file_is_refused_and_the_good_one_kept(visit, site, tmp_path, name):
    (tmp_path / name).write_bytes(UNREADABLE[name]())
    claimant, draft = claimant_with(visit, P01)
    claimant.open(path_of(draft, "unterlagen"))
    place = steps.paper(claimant, "Mietvertrag")
    steps.chooser(place).set_input_files(tmp_path / name)
    good = steps.chooser(steps.paper(claimant, "Kontoauszüge"))
    good.set_input_files(papers.file("Konto.jpg", papers.photo(), "image/jpeg"))

    claimant.send_files(place.get_by_role("button", name="Hochladen").click)

    assert "Diese Dateien konnten wir nicht annehmen" in claimant.text
    assert f"{name}: " in steps.paper(claimant, "Mietvertrag").inner_text()
    assert "Konto.jpg" in steps.paper(claimant, "Kontoauszüge").text_content()  # folded up: it has arrived
    claimant.press("Speichern und weiter")
    assert Draft.objects.get(pk=draft.pk).last_step == "unterlagen"


WRONG = {
    "name": {"first_name": "Jonas", "birth_date_0": "31", "birth_date_1": "2", "birth_date_2": "1992"},
    "kontakt": {"phone": "12", "email": "jonas@"},
    "adresse": {"postcode": "123"},
    "miete": {"base_rent": "dreihundert", "heating_costs": "-5"},
    "iban": {"holder": "Jonas", "iban": "DE13 9999 9999 0000 0001 01"},
}


@pytest.mark.parametrize("slug", WRONG)
def test_wrong_formats_are_named_and_kept(visit, site, slug):
    claimant, draft = claimant_with(visit, P01)
    claimant.open(path_of(draft, slug))
    claimant.fill(**WRONG[slug])

    claimant.press("Speichern und weiter")

    assert claimant.page.title().startswith("Fehler:")
    assert claimant.path == path_of(draft, slug)
    assert {name: claimant.page.input_value(f'[name="{name}"]') for name in WRONG[slug]} == WRONG[slug]
    links = claimant.page.locator("#fehler a")
    assert links.count() > 0
    links.first.click()
    assert claimant.page.evaluate("document.activeElement.name") in WRONG[slug]


def test_strangers_find_nothing(visit, site):
    claimant, draft = claimant_with(visit, P01)
    claimant.open(path_of(draft, "unterlagen"))
    steps.upload(claimant, "Mietvertrag", papers.file("Mietvertrag.pdf", steps.LEASE, "application/pdf"))
    claimant.open(path_of(draft, "pruefen"))
    claimant.press("Antrag jetzt absenden")
    receipt = claimant.path
    claimant.press("Stand Ihres Antrags")
    stranger = visit()
    stranger.enter_as(UserFactory())
    stranger.watch.expected = {404}

    for path in (path_of(draft), path_of(draft, "name"), path_of(draft, "pruefen"), receipt, claimant.path):
        assert stranger.open(path).status == 404
        assert stranger.heading == "Diese Seite gibt es nicht"
    for name in ("bestaetigung", "kopie"):
        assert stranger.get(f"{receipt}{name}.pdf").status == 404


def test_many_photos_at_once_arrive(visit, site):
    claimant, draft = claimant_with(visit, P01)
    claimant.open(path_of(draft, "unterlagen"))
    photo = papers.photo()

    steps.upload(
        claimant, "Kontoauszüge", *(papers.file(f"IMG_{number}.jpg", photo, "image/jpeg") for number in range(21))
    )

    assert "21 Dateien sind angekommen." in claimant.text
