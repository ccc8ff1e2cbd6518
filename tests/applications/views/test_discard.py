import pytest
from django.urls import reverse

from applications.models import Draft
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return DraftFactory(version=1)


def discard_url(draft):
    return reverse("applications:discard", args=[draft.pk])


def test_task_list_leads_to_a_question_that_says_what_stays(client, draft):
    client.force_login(draft.person.user)
    assert discard_url(draft) in client.get(reverse("applications:tasks", args=[draft.pk])).content.decode()

    page = client.get(discard_url(draft)).content.decode()

    assert "Angefangenes löschen?" in page
    assert "Was Sie früher abgeschickt haben, bleibt." in page
    assert Draft.objects.get().is_open


def test_draft_is_gone_and_the_form_can_be_begun_anew(client, draft):
    client.force_login(draft.person.user)

    page = client.post(discard_url(draft), follow=True)

    assert page.redirect_chain == [(reverse("applications:overview"), 302)]
    assert "Gelöscht. Abgeschickt wurde nichts davon." in page.content.decode()
    assert not Draft.objects.get().is_open

    again = client.get(discard_url(draft))
    assert (again.status_code, "Dieser Entwurf ist gelöscht" in again.content.decode()) == (410, True)


def test_who_helps_is_not_offered_it(client, draft):
    helping = StandingFactory(person=draft.person, helper=True)
    client.force_login(helping.user)
    space = f"/fuer/{draft.case_id}"

    page = client.get(space + reverse("applications:tasks", args=[draft.pk])).content.decode()

    assert "Jetzt löschen" not in page
    assert client.post(space + discard_url(draft)).status_code == 404
    assert Draft.objects.get().is_open
