import pytest
from django.urls import reverse

from applications.models import Draft
from portal.cases.models import Case
from tests.factories.accounts import UserFactory
from tests.factories.applications import DraftFactory
from tests.factories.cases import CaseFactory
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db

OVERVIEW = "applications:overview"


def test_starting_opens_a_case_and_a_draft(client):
    client.force_login(UserFactory())

    response = client.post(reverse(OVERVIEW), {"form": "main_application"})

    draft = Draft.objects.get()
    assert response.url == reverse("applications:tasks", args=[draft.pk])
    assert client.get(response.url).status_code == 200
    assert (draft.form_key, draft.catalogue_version, draft.case.status) == ("main_application", "2026.1", "prospective")


def test_starting_again_goes_on_with_the_same_draft(client):
    client.force_login(UserFactory())

    first = client.post(reverse(OVERVIEW), {"form": "main_application"})
    second = client.post(reverse(OVERVIEW), {"form": "main_application"})

    assert first.url == second.url
    assert Case.objects.count() == 1


def test_unknown_form_begins_nothing(client):
    client.force_login(UserFactory())

    assert client.post(reverse(OVERVIEW), {"form": "x"}).url == reverse(OVERVIEW)
    assert not Draft.objects.exists()


def test_overview_shows_own_drafts_only(client):
    DraftFactory()
    mine = DraftFactory()
    client.force_login(mine.person.user)

    response = client.get(reverse(OVERVIEW))

    assert [entry["draft"] for entry in response.context["drafts"]] == [mine]
    assert "main_application" not in keys_offered(response)


def keys_offered(response):
    """Keys of the forms that one can begin."""
    topics = [response.context["first"], *response.context["topics"]]
    return [form.key for _topic, forms in topics for form in forms]


def test_forms_stand_under_their_topics_and_say_what_they_are_for(client):
    client.force_login(UserFactory())

    response = client.get(reverse(OVERVIEW))

    text = response.content.decode()
    topic, forms = response.context["first"]
    assert (topic, forms[0].place) == ("begin", min(form.place for form in forms))
    assert str(forms[0].summary) in text
    assert [
        title
        for title, _forms in response.context["topics"]
        if f'<h3 class="kern-title">{title.label}</h3>' not in text
    ] == []


def test_form_can_be_begun_again_after_sending(client):
    application = ApplicationFactory()
    client.force_login(application.person.user)

    assert "main_application" in keys_offered(client.get(reverse(OVERVIEW)))


def test_open_correction_does_not_hide_the_form(client):
    draft = DraftFactory(follows=ApplicationFactory(), is_correction=True)
    client.force_login(draft.person.user)

    response = client.get(reverse(OVERVIEW))

    assert "main_application" in keys_offered(response)
    assert "Berichtigung: Antrag auf Grundsicherungsgeld" in response.content.decode()


@pytest.mark.parametrize("number", [1, 4])
def test_overview_costs_the_same_with_one_and_four_applications(client, number, django_assert_max_num_queries):
    case = CaseFactory()
    for _ in range(number):
        application = ApplicationFactory(case=case)
    client.force_login(application.person.user)
    client.get(reverse(OVERVIEW))  # what a process remembers is remembered now

    with django_assert_max_num_queries(8):  # one of them: what the office offers
        response = client.get(reverse(OVERVIEW))

    assert len(response.context["sent"]) + len(response.context["sent_before"]) == number
