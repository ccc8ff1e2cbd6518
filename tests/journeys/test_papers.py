"""Photos of a lease on a phone: sent at once, one document, its pages put in order; with and without JavaScript."""

import io
import re

import pytest

from portal.documents.models import Document
from portal.documents.services import open_hand_over, receive_from_phone
from tests.factories.applications import DraftFactory
from tests.factories.cases import claimant_actor
from tests.factories.documents import release
from tests.factories.personas import P02, fresh
from tests.journeys import papers, steps
from tests.journeys.test_main_job import names_in
from tests.journeys.visitor import DESK

pytestmark = pytest.mark.browser


@pytest.fixture
def delivers():
    """The check of files is done by hand here: when, and with what result."""
    return False


@pytest.fixture
def draft(site):
    return DraftFactory(answers=fresh(P02))


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def claimant(visit, draft, request):
    visitor = visit(secrets=names_in(P02), scripts=request.param)
    visitor.enter_as(draft.person.user)
    visitor.open(f"/antrag/{draft.pk}/unterlagen/")
    return visitor


def photos(*names):
    """Pictures, each another one."""
    return [papers.file(name, papers.photo(number), "image/jpeg") for number, name in enumerate(names)]


def pages(claimant, title="Mietvertrag"):
    """The names of the pages as they stand below each other."""
    found = steps.paper(claimant, title).locator(".jc-parts__part > p").all_inner_texts()
    return [text.split()[0] for text in found]


def press_in(claimant, title, name, number=0):
    claimant.leave_by(steps.paper(claimant, title).get_by_role("button", name=name).nth(number).click)


def test_three_photos_are_one_document_in_the_order_one_wants(claimant):
    steps.upload(claimant, "Mietvertrag", *photos("eins.jpg", "zwei.jpg", "drei.jpg"))
    assert "3 Dateien sind angekommen." in steps.paper(claimant, "Mietvertrag").inner_text()
    assert pages(claimant) == ["eins.jpg", "zwei.jpg", "drei.jpg"]

    press_in(claimant, "Mietvertrag", "Nach unten")
    assert pages(claimant) == ["zwei.jpg", "eins.jpg", "drei.jpg"]
    press_in(claimant, "Mietvertrag", "Seite entfernen", number=2)
    assert pages(claimant) == ["zwei.jpg", "eins.jpg"]
    press_in(claimant, "Mietvertrag", "Als einzelne Dateien behalten")
    assert pages(claimant) == []
    press_in(claimant, "Mietvertrag", "Zu einem Dokument zusammenfügen")
    assert sorted(pages(claimant)) == ["eins.jpg", "zwei.jpg"]


def test_bad_photo_is_told_and_replaced_in_its_place(claimant):
    steps.upload(claimant, "Mietvertrag", *photos("eins.jpg", "zwei.jpg"))
    for document in Document.objects.filter(is_joined=False):
        release(document, notes=["blurred"] if document.original_name == "eins.jpg" else ())

    look(claimant)
    place = steps.paper(claimant, "Mietvertrag")
    assert "Das Bild ist unscharf." in place.inner_text()
    place.get_by_text("Noch einmal fotografieren").click()
    place.get_by_label("Neue Datei auswählen").set_input_files(photos("a", "b", "besser.jpg")[2:])
    claimant.send_files(place.get_by_role("button", name="Ersetzen").click)

    assert pages(claimant) == ["besser.jpg", "zwei.jpg"]


def look(claimant):
    """With scripts the page changes by itself, without them there is a button."""
    if claimant.watch.scripts:
        claimant.page.wait_for_selector("text=/2 Dateien sind geprüft|Das Bild ist unscharf/")
    else:
        claimant.press("Jetzt nachsehen")


def test_page_says_by_itself_that_a_file_was_checked_and_leaves_the_focus_alone(visit, draft):
    claimant = visit(secrets=names_in(P02))
    claimant.enter_as(draft.person.user)
    claimant.open(f"/antrag/{draft.pk}/unterlagen/")
    steps.upload(claimant, "Mietvertrag", papers.file("Mietvertrag.pdf", steps.LEASE, "application/pdf"))
    radio = steps.paper(claimant, "Kontoauszüge").get_by_label("Ich schicke es später.")
    radio.check()

    release(Document.objects.get(), pages=2)

    claimant.page.get_by_text("1 Datei ist geprüft.").wait_for()
    place = steps.paper(claimant, "Mietvertrag")
    place.get_by_text("Angekommen und lesbar").wait_for()
    assert re.search(r"2 Seiten, ", place.inner_text())
    assert radio.evaluate("radio => radio === document.activeElement && radio.checked") is True


def test_too_large_file_is_told_before_it_is_sent(visit, draft, tmp_path):
    claimant = visit(secrets=names_in(P02))
    claimant.enter_as(draft.person.user)
    claimant.open(f"/antrag/{draft.pk}/unterlagen/")
    place = steps.paper(claimant, "Mietvertrag")
    (tmp_path / "riesig.jpg").write_bytes(papers.heavy_photo())

    steps.chooser(place).set_input_files(tmp_path / "riesig.jpg")

    assert "Größer als 25 MB und damit zu groß: riesig.jpg" in place.inner_text()


def test_pages_are_dragged_to_their_place(visit, draft):
    claimant = visit(secrets=names_in(P02), viewport=DESK)
    claimant.enter_as(draft.person.user)
    claimant.open(f"/antrag/{draft.pk}/unterlagen/")
    steps.upload(claimant, "Mietvertrag", *photos("eins.jpg", "zwei.jpg", "drei.jpg"))
    parts, mouse = steps.paper(claimant, "Mietvertrag").locator(".jc-parts__part"), claimant.page.mouse
    parts.nth(1).evaluate("part => part.scrollIntoView({ block: 'center' })")
    first, last = parts.nth(0).bounding_box(), parts.nth(2).bounding_box()

    mouse.move(first["x"] + 200, first["y"] + 10)
    mouse.down()
    mouse.move(last["x"] + 200, last["y"] + last["height"] - 8, steps=8)
    claimant.leave_by(mouse.up)

    assert pages(claimant) == ["zwei.jpg", "drei.jpg", "eins.jpg"]


def test_computer_shows_by_itself_what_comes_from_the_phone(visit, draft):
    hand_over = open_hand_over(
        actor=claimant_actor(draft.case), case=draft.case, person=None, title="Mietvertrag", place="x", back="/antrag/"
    )
    claimant = visit(secrets=names_in(P02))
    claimant.enter_as(draft.person.user)
    claimant.open(f"/unterlagen/handy/{hand_over.pk}/")
    assert "Noch ist nichts angekommen." in claimant.text

    receive_from_phone(hand_over=hand_over, upload=io.BytesIO(papers.photo()), name="IMG_1.jpg")

    claimant.page.get_by_text("IMG_1.jpg", exact=True).wait_for()
    assert "1 Datei ist angekommen." in claimant.page.get_by_role("status").all_text_contents()
