"""The wizard as a browser sees it."""

import pytest
from django.urls import reverse

from applications.catalogue.main_application import FORM
from applications.catalogue.values import with_values
from applications.catalogue.walk import find, walk
from applications.models import Draft
from tests.applications.views.typing_in import CLEAN_NAME, NAME, send, url
from tests.factories.accounts import UserFactory
from tests.factories.applications import DraftFactory
from tests.factories.personas import P02, PERSONAS, fresh, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return DraftFactory()


@pytest.fixture
def visitor(client, draft):
    client.force_login(draft.person.user)
    return client


def test_page_shows_its_heading_and_stored_answers(visitor, draft):
    send(visitor, draft, "name", NAME)

    text = visitor.get(url(draft, "name")).content.decode()

    assert text.count('<h1 class="kern-heading-large">Wie heißen Sie?</h1>') == 1
    assert 'name="first_name" value="Miriam"' in text
    assert 'aria-invalid="true"' not in text


def test_post_saves_clean_answers_and_leads_to_the_next_page(visitor, draft):
    response = send(visitor, draft, "name", NAME | {"first_name": "  Miriam "})

    assert response.url == url(draft, "herkunft")
    assert Draft.objects.get().answers["you"] == CLEAN_NAME


def test_later_saves_and_leads_to_the_task_list(visitor, draft):
    response = send(visitor, draft, "name", NAME, go="later")

    assert response.url == reverse("applications:tasks", args=[draft.pk])
    assert Draft.objects.get().answers["you"] == CLEAN_NAME


def test_back_saves_and_leads_to_the_page_before(visitor, draft):
    response = send(visitor, draft, "name", NAME, go="back")

    assert response.url == url(draft, "hilfe")
    assert Draft.objects.get().answers["you"] == CLEAN_NAME


def test_back_from_an_empty_page_leaves_it_unvisited(visitor, draft):
    response = send(visitor, draft, "name", {}, go="back")

    assert response.url == url(draft, "hilfe")
    assert Draft.objects.get().version == 0


def test_wrong_format_is_shown_as_typed_and_not_saved(visitor, draft):
    response = send(visitor, draft, "name", NAME | {"birth_date_0": "99"})

    text = response.content.decode()
    assert response.status_code == 200
    assert "Bitte geben Sie den Tag als Zahl von 1 bis 31 ein." in text
    assert 'name="birth_date_0" value="99"' in text
    assert 'name="first_name" value="Miriam"' in text
    assert Draft.objects.get().version == 0


def test_empty_page_can_be_saved(visitor, draft):
    response = send(visitor, draft, "name", {})

    assert response.url == url(draft, "herkunft")
    assert Draft.objects.get().answers["you"] == dict.fromkeys(CLEAN_NAME)


def test_page_of_the_address_counts(visitor, draft):
    response = send(visitor, draft, "name", NAME, **{"wizard-current_step": "herkunft"})

    assert response.status_code == 400
    assert Draft.objects.get().version == 0


def test_page_that_does_not_apply_leads_to_the_task_list(visitor, draft):
    response = visitor.get(url(draft, "miete"))

    assert response.url == reverse("applications:tasks", args=[draft.pk])


def test_post_to_a_page_that_does_not_apply_leads_to_the_task_list(visitor, draft):
    response = visitor.post(url(draft, "gibt-es-nicht"), {"wizard-current_step": "gibt-es-nicht"})

    assert response.url == reverse("applications:tasks", args=[draft.pk])


def test_foreign_draft_is_not_there(client, draft):
    client.force_login(UserFactory())

    assert client.get(url(draft, "name")).status_code == 404
    assert client.post(url(draft, "name"), NAME).status_code == 404


def test_answers_that_stop_applying_are_kept(visitor, draft):
    send(visitor, draft, "herkunft", {"nationality": "SY"})
    send(visitor, draft, "aufenthalt", {"residence_title": "Aufenthaltserlaubnis"})
    send(visitor, draft, "herkunft", {"nationality": "DE"})

    draft.refresh_from_db()
    assert find(walk(FORM, draft.answers), "aufenthalt") is None
    assert draft.answers["you"]["residence_title"] == "Aufenthaltserlaubnis"


def test_notes_are_shown_once_and_never_block(visitor, draft):
    draft.answers = fresh(P02)
    draft.save()
    rent = typed(find(walk(FORM, draft.answers), "miete"), draft.answers) | {"operating_costs": "900"}

    first = send(visitor, draft, "miete", rent)
    again = send(visitor, draft, "miete", rent, noted="1")

    assert first.url == url(draft, "miete")
    assert "Die Nebenkosten sind höher als die Kaltmiete." in visitor.get(first.url).content.decode()
    assert again.url == url(draft, "heizung")


def test_change_from_the_review_leads_back_to_it(visitor, draft):
    response = send(visitor, draft, "name", NAME, zurueck="pruefen")

    assert response.url == reverse("applications:review", args=[draft.pk]) + "?stelle=name#name"
    assert 'name="zurueck" value="pruefen"' in visitor.get(url(draft, "name") + "?zurueck=pruefen").content.decode()


def test_back_and_later_with_a_wrong_format_lose_nothing(visitor, draft):
    for go in ("back", "later"):
        text = send(visitor, draft, "name", NAME | {"birth_date_0": "99"}, go=go).content.decode()

        assert 'name="birth_date_0" value="99"' in text
        assert 'name="first_name" value="Miriam"' in text


def test_danger_shows_the_phone_number_at_once(visitor, draft):
    response = send(visitor, draft, "hilfe", {"dangers": ["no_money"]})

    assert response.url == url(draft, "hilfe-sofort")
    assert "Rufen Sie uns bitte gleich an" in visitor.get(response.url).content.decode()
    assert visitor.post(response.url, {"go": "next"}).url == url(draft, "name")


@pytest.mark.parametrize("name", PERSONAS)
def test_persona_is_typed_in_page_by_page(client, name):
    wanted = PERSONAS[name]
    draft = DraftFactory(answers={"started_on": wanted["started_on"]})
    client.force_login(draft.person.user)
    for page in walk(FORM, wanted):
        draft.refresh_from_db()
        here = find(walk(FORM, draft.answers), page.slug)
        if here is None and page.list_slug:  # items get random ids: put the persona's own in
            draft.answers = with_values(draft.answers, page.place, {})
            draft.save()
        if page.page == "form":
            assert send(client, draft, page.slug, typed(page, wanted)).status_code == 302, page.slug
    draft.refresh_from_db()

    assert {**draft.answers, "seen": wanted["seen"]} == wanted
