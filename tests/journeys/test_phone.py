"""A form on a computer, photos from a phone: two browsers, real workers, with and without JavaScript."""

import re

import pytest

from portal.documents.models import Document, HandOver
from tests.factories.applications import DraftFactory
from tests.factories.personas import P02, fresh
from tests.journeys import papers, steps
from tests.journeys.background import wait_for
from tests.journeys.test_main_job import names_in
from tests.journeys.visitor import DESK

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def scripts(request):
    return request.param


def test_photos_from_the_phone_become_one_document_at_the_paper(visit, site, scripts):
    draft = DraftFactory(answers=fresh(P02))
    computer = visit(secrets=names_in(P02), scripts=scripts, viewport=DESK)
    computer.enter_as(draft.person.user)
    computer.open(f"/antrag/{draft.pk}/unterlagen/")
    computer.leave_by(
        steps.paper(computer, "Mietvertrag").get_by_role("button", name="Mit dem Handy fotografieren").click
    )
    code = HandOver.objects.get().code
    assert f"{code[:5]}-{code[5:]}" in computer.text

    phone = visit(scripts=scripts)
    phone.open("/handy/")
    phone.page.get_by_label("Code vom Computer").fill(f"{code[:5]} {code[5:]}".lower())
    phone.press("Weiter")
    assert re.search(r"Mietvertrag", phone.page.locator("h1").inner_text())
    for number in range(3):
        phone.page.get_by_label(re.compile("Fotos machen|Weitere Fotos")).first.set_input_files(
            [papers.file(f"IMG_{number}.jpg", papers.photo(number), "image/jpeg")]
        )
        phone.send_files(phone.page.get_by_role("button", name="Jetzt schicken").click)
    assert "3 Dateien sind angekommen" in phone.text

    if scripts:
        computer.page.get_by_text("IMG_2.jpg", exact=True).wait_for()
    computer.press("Fertig, zurück zu den Unterlagen")
    assert "Mietvertrag.pdf" in steps.paper(computer, "Mietvertrag").inner_text()
    wait_for(lambda: Document.objects.get(is_joined=True).status == "released", "the document of three photos")

    assert Document.objects.get(is_joined=True).pages == 3
