import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from applications.models import Application, Draft
from portal.cases.models import PersonIndex
from portal.submissions.models import Submission
from tests.factories.accounts import UserFactory
from tests.factories.cases import StandingFactory
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def application():
    return ApplicationFactory()


@pytest.fixture
def visitor(client, application):
    client.force_login(application.person.user)
    return client


def url(name, application):
    return reverse(f"applications:{name}", args=[application.pk])


@pytest.mark.parametrize(("name", "form_key"), [("add_to", "supplement"), ("correct", "main_application")])
def test_begun_draft_follows_the_application(visitor, application, name, form_key):
    response = visitor.post(url(name, application))

    draft = Draft.objects.get()
    assert response.url == reverse("applications:tasks", args=[draft.pk])
    assert (draft.form_key, draft.follows) == (form_key, application)


def test_withdrawing_explains_first(visitor, application):
    text = visitor.get(url("withdraw", application)).content.decode()

    assert "Das Datum geht verloren. Jetzt gilt der Antrag ab dem 1.\xa0Oktober 2026." in text
    assert "Ihre gesetzliche Vertretung muss zustimmen" not in text
    assert Submission.objects.count() == 1


def test_withdrawing_leads_to_its_own_receipt(visitor, application):
    response = visitor.post(url("withdraw", application), {"reason": "GEHEIM"})

    taken_back = Submission.objects.get(kind="withdrawal")
    page = visitor.get(response.url).content.decode()
    assert response.url == reverse("submissions:confirmation", args=[taken_back.pk])
    assert "Wir haben Ihre Rücknahme bekommen" in page
    assert f"Der Vorgang {application.submission.reference} ist zurückgenommen." in page
    assert "GEHEIM" not in page
    assert Application.objects.get().status == "withdrawn"


def test_withdrawing_twice_leads_to_the_status(visitor, application):
    visitor.post(url("withdraw", application), {"reason": ""})

    assert visitor.post(url("withdraw", application), {"reason": ""}).url == url("status", application)
    assert visitor.get(url("withdraw", application)).url == url("status", application)


def test_minor_reads_that_somebody_must_agree(visitor, application):
    PersonIndex.objects.update(birth_date=timezone.localdate() - datetime.timedelta(days=6000))

    asked = visitor.get(url("withdraw", application)).content.decode()
    visitor.post(url("withdraw", application), {"reason": ""})
    status = visitor.get(url("status", application)).content.decode()

    assert "Ihre gesetzliche Vertretung muss zustimmen" in asked
    assert "Sie möchten das zurücknehmen" in status
    assert Application.objects.get().status == "received"


def test_helper_finds_no_way_to_withdraw(client, application):
    helping = StandingFactory(
        helper=True, person=application.person, scopes=["fill_in", "send", "read_decisions", "upload"]
    )
    client.force_login(helping.user)
    space = f"/fuer/{application.case_id}/antrag/stand/{application.pk}/"

    status = client.get(space).content.decode()

    assert ("Etwas nachreichen" in status, "zuruecknehmen" in status) == (True, False)
    assert client.get(f"{space}zuruecknehmen/").status_code == 404
    assert client.post(f"{space}zuruecknehmen/").status_code == 404


@pytest.mark.parametrize("name", ["add_to", "correct", "withdraw"])
def test_foreign_application_is_not_there(client, application, name):
    client.force_login(UserFactory())

    assert client.post(url(name, application)).status_code == 404
