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
    assert mine.form_key not in {form.key for form in response.context["forms"]}


@pytest.mark.parametrize("number", [1, 4])
def test_overview_costs_the_same_with_one_and_four_applications(client, number, django_assert_max_num_queries):
    case = CaseFactory()
    for _ in range(number):
        application = ApplicationFactory(case=case)
    client.force_login(application.person.user)

    with django_assert_max_num_queries(7):
        response = client.get(reverse(OVERVIEW))

    assert len(response.context["applications"]) == number
