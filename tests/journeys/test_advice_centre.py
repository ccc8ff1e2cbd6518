"""Somebody of an advice centre works for three clients on a phone, and never mixes them."""

import pytest

from applications.models import Draft
from portal.cases.models import Invitation, Standing
from tests.factories.cases import StandingFactory
from tests.factories.organisations import advised_by, named, team
from tests.journeys import papers, steps

pytestmark = pytest.mark.browser
NAMES = ("Karin Wolf", "Otto Berg", "Selma Aydın")


@pytest.fixture
def there(site):
    """An advice centre with three clients who have said yes."""
    there = team(name="Beratungsstelle Brückenhaus")
    for name in NAMES:
        named(advised_by(there, scopes={"fill_in", "upload", "send"}).person, name)
    return there


def case_of(name):
    return next(
        each.case_id for each in Standing.objects.of_others().select_related("person") if each.person.name == name
    )


def begin(tab, there, name):
    """From the list into the space of one client, to the page that asks for the name."""
    tab.open(f"/helfen/organisation/{there.organisation.pk}/")
    tab.press(f"Für {name} handeln")
    assert f"Sie handeln für {name}." in tab.text
    tab.press("Antrag ausfüllen")
    tab.press("Beginnen: Antrag auf Grundsicherungsgeld")
    tab.press("Jetzt beginnen")
    return Draft.objects.get(case_id=case_of(name))


def first_name_in(draft):
    return Draft.objects.get(pk=draft.pk).answers.get("you", {}).get("first_name")


def test_worker_with_three_clients_in_two_tabs_mixes_nobody(visit, there):
    worker = visit(secrets=NAMES)
    worker.enter_as(there.user)
    drafts = [begin(worker, there, name) for name in NAMES]
    other = worker.another_tab()
    for tab, draft in ((worker, drafts[0]), (other, drafts[1])):
        tab.open(f"/fuer/{draft.case_id}/antrag/{draft.pk}/name/")
        assert tab.page.locator('[name="first_name"]').input_value() == ""
    worker.fill(first_name="Karin", last_name="Wolf")
    other.fill(first_name="Otto", last_name="Berg")
    other.press("Speichern und weiter")
    worker.press("Speichern und weiter")
    assert [first_name_in(draft) for draft in drafts] == ["Karin", "Otto", None]
    assert f"Sie handeln für {NAMES[0]}." in worker.text
    assert NAMES[1] not in worker.text
    worker.watch.expected.add(404)
    assert worker.open(f"/fuer/{drafts[1].case_id}/antrag/{drafts[0].pk}/name/").status == 404


def test_client_without_an_account_signs_on_paper(visit, there):
    worker = visit(secrets=NAMES)
    worker.enter_as(there.user)
    worker.open("/helfen/")
    worker.press("Beratungsstelle Brückenhaus")
    worker.press("Vollmacht auf Papier")
    worker.fill(invitee_name="Ada Klein")
    worker.page.get_by_label("Ausfüllen und absenden").check()
    worker.press("Vollmacht erstellen")
    assert worker.heading == "Vollmacht von Ada Klein"
    paper = Invitation.objects.get(side="paper")
    assert worker.get(f"/helfen/vollmacht/{paper.pk}/drucken/").body().startswith(b"%PDF")
    signed = papers.file("Vollmacht.pdf", steps.LEASE, "application/pdf")
    worker.page.get_by_label("Foto oder PDF auswählen").set_input_files([signed])
    worker.press("Hochladen")
    assert "Die unterschriebene Vollmacht ist da." in worker.text
    worker.press("Zur Liste")
    worker.fill(name="klein")
    worker.press("Suchen")
    assert "Vollmacht wird geprüft" in worker.text
    assert NAMES[0] not in worker.text


def test_client_says_yes_in_the_talk_and_ends_it_at_home(visit, there):
    own = StandingFactory()
    worker, client = visit(secrets=NAMES), visit(scripts=False)
    worker.enter_as(there.user)
    worker.open(f"/helfen/organisation/{there.organisation.pk}/")
    worker.press("Person mit Konto anfragen")
    worker.fill(invitee_name="Miriam Sander")
    worker.page.get_by_label("Ausfüllen und Unterlagen schicken").check()
    worker.press("Anfrage erstellen")
    link = worker.page.inner_text("main .jc-code")
    client.enter_as(own.user)
    client.open(link)
    assert "Beratungsstelle Brückenhaus" in client.text
    client.press("Ja, das darf die Person")
    assert Standing.objects.of_others().filter(case=own.case).get().organisation == there.organisation
    client.open("/hilfe/")
    client.press("Beratungsstelle Brückenhaus")
    client.press("Hilfe beenden")
    client.press("Ja, beenden")
    worker.watch.expected.add(404)
    assert worker.open(f"/fuer/{own.case_id}/").status == 404
