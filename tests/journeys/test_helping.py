"""Somebody helps somebody, each on a phone of their own."""

import re

import pytest

from applications.models import Draft
from portal.cases.models import Standing
from portal.submissions.models import Submission
from tests.factories.accounts import UserFactory
from tests.factories.cases import StandingFactory
from tests.factories.personas import P01
from tests.journeys import papers, steps
from tests.journeys.drafts import path_of, store
from tests.journeys.test_main_job import names_in
from tests.journeys.typist import Typist

pytestmark = pytest.mark.browser
CODE = re.compile(r"\b[2-9B-DF-HJ-NP-TV-XZ]{4}-[2-9B-DF-HJ-NP-TV-XZ]{4}\b")


@pytest.mark.slow
def test_daughter_fills_in_for_her_father_who_sends_it_on_his_own_phone(visit, site):
    daughter = visit(secrets=names_in(P01))
    daughter.enter_as(UserFactory(email="julia@example.org"))
    draft = fill_in_for_papa(daughter)
    daughter.press("Zur Startseite")
    daughter.press("Zur Prüfung übergeben")
    daughter.press("Link und Code erstellen")
    link, code = daughter.page.inner_text("main .jc-code"), CODE.search(daughter.text)[0]

    father = visit(secrets=names_in(P01))
    take_over(father, link, code)
    assert father.path == f"/antrag/{draft.pk}/pruefen/"
    assert "Zuletzt geändert von Julia (helfende Person)." in father.text
    father.press("Antrag jetzt absenden")
    assert father.heading == "Wir haben Ihren Antrag bekommen"
    assert "Gesendet von" not in father.text
    assert Submission.objects.get().person.user.email == father.email

    father.open("/hilfe/")
    father.press("Julia")
    assert "Entwurf begonnen" in father.text
    father.press("Hilfe beenden")
    father.press("Ja, beenden")
    daughter.watch.expected.add(404)
    assert daughter.open(f"/fuer/{draft.case_id}/antrag/").status == 404
    assert daughter.heading == "Sie können für diese Person nichts mehr tun"


def fill_in_for_papa(daughter):
    """From the start page to the review, the first pages typed in the space of the new case; returns the draft."""
    daughter.open("/")
    daughter.press("Anderen helfen")
    daughter.press("Für jemanden ohne Konto anfangen")
    daughter.fill(known_as="Papa", helper_name="Julia")
    daughter.press("Anfangen")
    assert daughter.heading == "Für Papa"
    daughter.press("Antrag ausfüllen")
    daughter.press("Beginnen: Antrag auf Grundsicherungsgeld")
    daughter.press("Jetzt beginnen")
    typist = Typist(daughter, P01)
    typist.fill_in(stop_at="adresse")
    draft = store(Draft.objects.get(), P01)  # the other pages are typed in `test_main_job`
    daughter.open(f"/fuer/{draft.case_id}{path_of(draft, 'unterlagen')}")
    steps.upload(daughter, "Mietvertrag", papers.file("Mietvertrag.pdf", steps.LEASE, "application/pdf"))
    daughter.press("Speichern und weiter")
    typist.fill_in(stop_at="pruefen")
    assert "Sie handeln für Papa." in daughter.text
    assert "Absenden kann nur die Person selbst." in daughter.text
    assert daughter.page.get_by_role("button", name="Antrag jetzt absenden").count() == 0
    return Draft.objects.get()


def take_over(father, link, code):
    """Open the link, make an account, type the code, let the daughter go on helping."""
    father.open(link)
    assert "Sie haben eine Einladung bekommen" in father.text
    assert "Julia" not in father.text
    father.press("Neues Konto anlegen")
    father.finish_sign_up()
    assert father.heading == "Jemand hat etwas für Sie ausgefüllt"
    father.fill(code=code.lower().replace("-", " "))
    father.page.get_by_label("Ja: ausfüllen").check()
    father.press("Weiter zum Prüfen")


def test_invitation_told_on_the_phone(visit, site):
    own = StandingFactory()
    person, helper = visit(), visit(scripts=False)
    person.enter_as(own.user)
    person.open("/hilfe/")
    person.press("Jemanden einladen")
    person.fill(invitee_name="Mehmet", inviter_name="Miriam")
    person.page.get_by_label("Nur Unterlagen schicken").check()
    person.press("Einladung erstellen")
    code = CODE.search(person.text)[0]

    helper.enter_as(UserFactory())
    helper.open("/konto/")
    helper.press("Ich habe einen Code bekommen")
    helper.fill(code=code)
    helper.press("Weiter")
    assert helper.heading == "Miriam bittet Sie um Hilfe"
    helper.press("Ja, ich helfe")
    helper.press("Für Miriam Sander handeln")
    helper.press("Unterlagen schicken")
    steps.chooser(helper.page).set_input_files([papers.file("Lohn.pdf", steps.LEASE, "application/pdf")])
    helper.send_files(helper.page.get_by_role("button", name="Jetzt schicken").click)
    assert "1 Datei ist angekommen." in helper.text

    person.open("/unterlagen/")
    assert "von Mehmet (helfende Person)" in person.text
    assert Standing.objects.of_others().get().scopes == ["upload"]
