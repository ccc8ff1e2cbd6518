import pytest

from tests.factories.accounts import StaffMembershipFactory, TeamFactory
from tests.factories.local_settings import (
    LocalFormFactory,
    LocalHintFactory,
    LocalPaperFactory,
    LocalQuestionFactory,
    LocalSettingsFactory,
    in_force,
    toy,
)

__all__ = ["toy"]
pytestmark = pytest.mark.django_db
LIST = "/verwaltung/formulare/"


@pytest.fixture
def settings(jobcenter):
    settings = LocalSettingsFactory(jobcenter=jobcenter)
    LocalQuestionFactory(settings=settings, label="Hund & Katze?")
    LocalHintFactory(settings=settings)
    LocalPaperFactory(settings=settings)
    return settings


def page(client, *parts):
    return client.get(LIST + "".join(f"{part}/" for part in parts)).content.decode()


def test_list_says_to_whom_each_form_is_offered(desk_of, worker, settings, toy):
    team = TeamFactory(jobcenter=settings.jobcenter, name="Team Süd")
    LocalFormFactory(settings=settings, state="pilot", teams=[team])
    client = desk_of(worker)
    chosen = client.get(f"{LIST}?fassung={settings.key}").content.decode()

    assert "Erprobung: Team Süd" in chosen
    assert "Fassung 1</a> · in Arbeit" in chosen
    assert "Erprobung" not in client.get(LIST).content.decode()
    in_force(settings)
    assert "Erprobung: Team Süd" in client.get(LIST).content.decode()


def test_switched_off_form_can_be_looked_at(desk_of, worker, settings, toy):
    LocalFormFactory(settings=settings)
    client = desk_of(worker)

    assert "abgeschaltet" in client.get(f"{LIST}?fassung={settings.key}").content.decode()
    assert "Wie heißen Sie?" in page(client, settings.key, "toy")


def test_outline_marks_what_the_office_adds(desk_of, worker, settings):
    shown = page(desk_of(worker), settings.key, "main_application")

    assert 'Hund &amp; Katze? <span class="desk-badge desk-sev-I">eigene Frage</span>' in shown
    assert "Wir helfen im Haus am Markt." in shown
    assert "Formblatt der Gemeinde: Die Gemeinde braucht es" in shown
    assert "Hund" not in page(desk_of(worker), "ohne", "main_application")


def test_page_shows_fields_that_nobody_can_use(desk_of, worker, settings):
    shown = page(desk_of(worker), settings.key, "main_application", "oertlich-you")

    assert "Hund &amp; Katze?" in shown
    assert '<fieldset disabled class="kern-fieldset">' in shown
    assert 'method="post" action="/verwaltung/formulare' not in shown


def test_every_page_of_the_form_is_shown(desk_of, worker, settings):
    client, shown, slugs = desk_of(worker), "hilfe", []
    address = f"{LIST}{settings.key}/main_application/hilfe/"
    while address:
        response = client.get(address)
        assert response.status_code == 200, address
        slugs.append(response.context["here"].slug)
        address = response.context["next_url"]

    assert slugs[0] == shown
    assert len(set(slugs)) == len(slugs) == response.context["count"]


@pytest.mark.parametrize("parts", [("x", "main_application"), ("ohne", "x"), ("ohne", "main_application", "x")])
def test_what_is_not_there_is_not_found(desk_of, worker, parts):
    assert desk_of(worker).get(LIST + "".join(f"{part}/" for part in parts)).status_code == 404


def test_versions_of_other_houses_are_not_there(desk_of, settings):
    client = desk_of(StaffMembershipFactory(administrator=True))

    assert client.get(f"{LIST}{settings.key}/main_application/").status_code == 404
    assert "hat noch nichts eigenes eingerichtet" in client.get(LIST).content.decode()
