import datetime

import pytest
from django.utils import timezone

from portal.audit.models import AuditEvent
from portal.cases.models import Standing
from portal.documents.services import mark_handed_in
from tests.factories.accounts import UserFactory
from tests.factories.cases import CaseFactory, PersonFactory
from tests.factories.documents import DocumentFactory
from tests.factories.representations import RepresentationFactory
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db
ADDRESS = "julia.berger@example.org"
SHOWN = {"proof_kind": "guardian_card", "proof_note": "AG Musterstadt"}


@pytest.fixture
def application(jobcenter):
    return ApplicationFactory(case=CaseFactory(jobcenter=jobcenter))


@pytest.fixture
def standing(application):
    return RepresentationFactory(person=application.person, unchecked=True)


def url(application, standing=None, action=""):
    page = f"/verwaltung/antraege/{application.pk}/vertretung/"
    return page + (f"{standing.pk}/{action}" if standing else "")


def typed(application, **fields):
    usual = {
        "person": application.person_id,
        "kind": "guardian",
        "tasks": ["finances", "post"],
        "holder_name": "Julia Berger",
        "email": ADDRESS,
    }
    return usual | fields


def test_guardian_with_proof_is_recorded_as_typed(desk_of, worker, application):
    holder = UserFactory(email=ADDRESS)
    document = DocumentFactory(case=application.case)
    mark_handed_in(documents=[document], at=document.created_at)

    response = desk_of(worker).post(
        url(application),
        typed(application, has_reservation="on", until="2090-12-31", document=document.pk, **SHOWN),
    )

    standing = Standing.objects.get(user=holder)
    assert response.headers["Location"] == f"/verwaltung/antraege/{application.pk}/#vertretung"
    assert (standing.tasks, standing.has_reservation) == (["finances", "post"], True)
    assert (standing.proof_checked_by, standing.proof_document_id) == (worker, document.pk)
    assert timezone.localtime(standing.valid_to) == timezone.make_aware(datetime.datetime(2091, 1, 1))  # noqa: DTZ001 -- make_aware gives it its zone


def test_form_comes_back_with_what_was_typed(desk_of, worker, application):
    response = desk_of(worker).post(url(application), typed(application, tasks=[], holder_name="Julia Bérger"))

    page = response.content.decode()
    assert response.status_code == 422
    assert 'value="Julia Bérger"' in page
    assert "Mit dieser Adresse gibt es kein bestätigtes Konto." in page
    assert "Bitte wählen Sie, wofür die Vertretung bestellt ist." in page
    assert not Standing.objects.filter(kind="guardian").exists()


def test_same_account_twice_is_refused_in_words(desk_of, worker, application):
    RepresentationFactory(person=application.person, user=UserFactory(email=ADDRESS))

    response = desk_of(worker).post(url(application), typed(application))

    assert response.status_code == 422
    assert "Dieses Konto vertritt die Person schon auf diese Art" in response.content.decode()


def test_document_of_another_case_cannot_be_chosen(desk_of, worker, application):
    UserFactory(email=ADDRESS)

    response = desk_of(worker).post(url(application), typed(application, document=DocumentFactory().pk, **SHOWN))

    assert response.status_code == 422


def test_checked_proof_opens_the_case_and_addresses_letters(desk_of, worker, application, standing):
    client = desk_of(worker)
    client.post(url(application, standing, "nachweis/"), SHOWN)

    page = client.get(f"/verwaltung/antraege/{application.pk}/").content.decode()
    assert "<dd>Frau Berger; Kopie an " in page
    assert "gilt, ohne festes Ende" in page


def test_check_without_a_proof_comes_back(desk_of, worker, application, standing):
    response = desk_of(worker).post(url(application, standing, "nachweis/"), {"proof_note": "gesehen"})

    assert response.status_code == 422
    assert 'value="gesehen"' in response.content.decode()


def test_end_is_moved_to_the_end_of_the_day(desk_of, worker, application, standing):
    desk_of(worker).post(url(application, standing, "ende/"), {"until": "2090-12-31"})

    standing.refresh_from_db()
    assert timezone.localtime(standing.valid_to) == timezone.make_aware(datetime.datetime(2091, 1, 1))  # noqa: DTZ001 -- make_aware gives it its zone


def test_end_in_the_past_comes_back(desk_of, worker, application, standing):
    response = desk_of(worker).post(url(application, standing, "ende/"), {"until": "2020-01-01"})

    assert response.status_code == 422
    assert "Dieser Tag ist schon vorbei." in response.content.decode()


def test_staff_end_it_at_once(desk_of, worker, application, standing):
    desk_of(worker).post(url(application, standing, "beenden/"))

    standing.refresh_from_db()
    assert standing.revoked_at is not None


@pytest.mark.parametrize(("action", "data"), [("nachweis/", SHOWN), ("ende/", {})])
def test_what_has_ended_is_said_so(desk_of, worker, application, action, data):
    ended = RepresentationFactory(person=application.person, revoked_at=timezone.now())

    page = desk_of(worker).post(url(application, ended, action), data, follow=True).content.decode()

    assert "Nicht gespeichert: Diese Vertretung ist schon beendet." in page


def test_looking_at_a_proof_is_recorded(desk_of, worker, application):
    standing = RepresentationFactory(person=application.person)

    page = desk_of(worker).get(url(application, standing)).content.decode()

    assert "AG Musterstadt" in page
    assert AuditEvent.objects.filter(event="seen.notes", subject_id=str(standing.pk)).count() == 1


def test_representation_of_another_case_is_not_found(desk_of, worker, application):
    foreign = RepresentationFactory(person=PersonFactory())

    for action in ("", "nachweis/", "ende/", "beenden/"):
        response = desk_of(worker).generic("POST" if action else "GET", url(application, foreign, action))
        assert response.status_code == 404
