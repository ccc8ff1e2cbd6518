"""A caseworker looks through the papers of an application: by keys, by links without JavaScript, on a small screen."""

import pytest

from applications.services.submit import submit_draft
from portal.accounts.models import StaffMembership, User
from portal.cases.selectors import actor_for_user
from portal.documents.domain.reading import unread
from portal.documents.models import Document, DocumentPage
from tests.factories.documents import DocumentFactory, make_image
from tests.factories.papers import LEASE, hand_in, make_scan, make_sheet, make_text_pdf
from tests.factories.personas import P02
from tests.journeys.background import wait_for
from tests.journeys.drafts import CLAIMANT, filled_draft
from tests.journeys.visitor import PHONE

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SECRETS = ("Mietvertrag", "Zaunkönig", "Sander", "Attest")


@pytest.fixture
def lease():
    """A PDF with text: nobody has to recognise words."""
    return make_text_pdf(2)


@pytest.fixture
def application(site, reading, lease):
    """With a lease, its copy, a statement, a certificate, one that waits."""
    person = User.objects.get(email=CLAIMANT)
    draft = filled_draft(person, P02)
    application = submit_draft(actor=actor_for_user(person, purpose="test"), draft=draft).application
    listed = [
        {"name": "Mietvertrag.pdf", "evidence_code": "LEASE", "content": lease, "pages": 2},
        {"name": "Mietvertrag nochmal.pdf", "evidence_code": "LEASE", "content": lease, "pages": 2},
        {"name": "Auszug.pdf", "evidence_code": "BANK_STATEMENT", "content": make_text_pdf(2), "pages": 2},
        {"name": "Attest.pdf", "evidence_code": "MEDICAL_DIET_CERT", "content": make_text_pdf(), "is_restricted": True},
        {"name": "IMG_1.jpg", "content": make_image(), "is_checked": False},
    ]
    hand_in(application.submission, *(DocumentFactory(case=application.case, **fields) for fields in listed))
    wait_for(lambda: not list(unread()), "the pages to be read")
    return application


def paper(name):
    return next(each for each in Document.objects.all() if each.original_name == name)


def test_papers_are_judged_by_keys(employee, application):
    office = employee(secrets=SECRETS)
    office.open(f"/verwaltung/antraege/{application.pk}/")
    office.press("Mietvertrag", exact=True)
    assert "Dazu angegeben" in office.text
    assert "dieselbe Datei" in office.text
    assert office.page.locator("svg image").evaluate("image => image.getBBox().width") > 0
    keys = office.page.keyboard
    office.leave_by(lambda: keys.press("ArrowRight"))
    assert "Seite 2 von 2" in office.text
    keys.press("+")
    assert office.page.locator(".viewer-sheet").get_attribute("data-size") == "150"
    office.leave_by(lambda: keys.press("a"))
    assert "Angenommen: Unterlage 1 von 5." in office.text
    keys.press("u")
    office.page.get_by_label("Es fehlen Seiten.", exact=False).check()
    office.press("So der Person sagen")
    assert paper("Mietvertrag nochmal.pdf").trouble.startswith("Es fehlen Seiten.")
    assert office.heading == "Kontoauszüge"
    office.page.get_by_role("button", name="Tasten abschalten").click()
    keys.press("a")
    assert paper("Auszug.pdf").review == ""


@pytest.mark.parametrize(
    "lease", [make_scan(make_sheet(turned=180), make_sheet([*LEASE[:1], "Seite zwei"]))], ids=["scan"]
)
def test_words_are_found_in_scans_that_lay_upside_down(employee, application):
    office = employee(secrets=SECRETS, scripts=False)
    page = DocumentPage.objects.get(document=paper("Mietvertrag.pdf"), number=1)
    assert page.turn == 180
    office.open(f"/verwaltung/antraege/{application.pk}/")
    office.fill(q="zaunkonig immobilien")
    office.press("Suchen")
    assert "Gefunden auf 2 Seiten." in office.text
    office.leave_by(office.page.get_by_role("link", name="Mietvertrag, Seite 1").first.click)
    assert "gedreht gezeigt" in office.text
    office.press("Drehen")
    assert "gedreht gezeigt" in office.text
    office.press("Nächste Seite")
    office.press("200 %")
    office.press("Nächste Unterlage")
    office.press("Annehmen")
    assert "Angenommen: Unterlage 2 von 5." in office.text


def test_protected_paper_opens_for_a_purpose(employee, application):
    StaffMembership.objects.filter(user__email="verwaltung@example.org").update(opens_restricted=True)
    office, opener = employee(secrets=SECRETS), employee("verwaltung@example.org", secrets=SECRETS)
    url = f"/verwaltung/antraege/{application.pk}/unterlagen/{paper('Attest.pdf').pk}/"
    office.open(url)
    assert "Fragen Sie bitte: Frau Celik" in office.text
    opener.open(url)
    opener.page.get_by_label("Mehrbedarf prüfen", exact=False).check()
    opener.press("Unterlage öffnen")
    assert opener.page.locator("svg image").evaluate("image => image.getBBox().width") > 0
    opener.page.set_viewport_size(PHONE)
    opener.watch.look(opener.page)
