import pytest

from applications.enums import ApplicationStatus, ChecksState, FindingState
from applications.models import Application
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory
from tests.factories.cases import CaseFactory
from tests.factories.triage import ApplicationFactory, FindingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def application(jobcenter):
    return ApplicationFactory(case=CaseFactory(jobcenter=jobcenter))


def url(application, deed):
    return f"/verwaltung/antraege/{application.pk}/{deed}/"


def stored(application):
    return Application.objects.get(pk=application.pk)


def test_step_is_taken_with_its_note(desk_of, worker, application):
    response = desk_of(worker).post(url(application, "stand"), {"to": "in_review", "note": "Los"}, follow=True)

    assert "Neuer Stand: In Prüfung." in response.content.decode()
    assert (stored(application).status, application.status_changes.first().note) == (ApplicationStatus.IN_REVIEW, "Los")


def test_step_somebody_else_has_taken_meanwhile_is_explained(desk_of, worker, application):
    desk = desk_of(worker)
    desk.post(url(application, "stand"), {"to": "withdrawn"})

    response = desk.post(url(application, "stand"), {"to": "in_review"}, follow=True)

    assert "Der Stand hat sich inzwischen geändert" in response.content.decode()
    assert stored(application).status == ApplicationStatus.WITHDRAWN


@pytest.mark.parametrize("to", ["", "gone"])
def test_unknown_step_is_404(desk_of, worker, application, to):
    assert desk_of(worker).post(url(application, "stand"), {"to": to}).status_code == 404


def test_application_is_taken_and_given_back(desk_of, worker, application):
    desk = desk_of(worker)

    desk.post(url(application, "zuteilen"), {"membership": worker.pk})
    taken = stored(application).assigned_to
    desk.post(url(application, "zuteilen"), {"membership": ""})

    assert (taken, stored(application).assigned_to) == (worker, None)


def test_application_is_not_given_to_strangers(desk_of, worker, application):
    response = desk_of(worker).post(
        url(application, "zuteilen"), {"membership": StaffMembershipFactory().pk}, follow=True
    )

    assert "Nicht zugeteilt" in response.content.decode()
    assert stored(application).assigned_to is None


def test_finding_is_settled(desk_of, worker, application):
    finding = FindingFactory(application=application)

    response = desk_of(worker).post(
        url(application, f"feststellungen/{finding.pk}"), {"state": "explained", "reason": "Steht im Vertrag"}
    )

    finding.refresh_from_db()
    assert response.url.endswith("#feststellungen")
    assert (finding.state, finding.reason, finding.decided_by) == (FindingState.EXPLAINED, "Steht im Vertrag", worker)


def test_missing_reason_brings_the_page_back(desk_of, worker, application):
    finding = FindingFactory(application=application)

    response = desk_of(worker).post(url(application, f"feststellungen/{finding.pk}"), {"state": "not_relevant"})

    assert response.status_code == 422
    assert "Bitte schreiben Sie eine kurze Begründung" in response.content.decode()
    assert '<option value="not_relevant" selected>' in response.content.decode()


def test_finding_of_another_application_is_404(desk_of, worker, application, jobcenter):
    other = FindingFactory(application=ApplicationFactory(case=CaseFactory(jobcenter=jobcenter)))

    assert (
        desk_of(worker).post(url(application, f"feststellungen/{other.pk}"), {"state": "resolved"}).status_code == 404
    )


def test_checks_start_again(desk_of, worker, application):
    Application.objects.filter(pk=application.pk).update(
        checks_state=ChecksState.FAILED, checked_at="2026-11-01T10:00Z"
    )

    desk_of(worker).post(url(application, "pruefen"))

    assert stored(application).checks_state == ChecksState.PENDING


def test_lead_passes_a_case_on_and_lands_on_the_list(desk_of, jobcenter, application):
    lead, other = (
        StaffMembershipFactory(jobcenter=jobcenter, team_lead=True),
        JobcenterFactory(name="Jobcenter Nachbar"),
    )

    response = desk_of(lead).post(url(application, "zustaendigkeit"), {"jobcenter": other.pk}, follow=True)

    assert response.redirect_chain == [("/verwaltung/antraege/", 302)]
    assert stored(application).case.jobcenter == other
    assert "Zuständig ist jetzt: Jobcenter Nachbar." in response.content.decode()


def test_caseworker_cannot_pass_a_case_on(desk_of, worker, application):
    assert (
        desk_of(worker).post(url(application, "zustaendigkeit"), {"jobcenter": JobcenterFactory().pk}).status_code
        == 404
    )
    assert stored(application).case.jobcenter == worker.jobcenter


def test_administrator_clears_an_application_for_the_own_house(desk_of, administrator):
    unclear = ApplicationFactory(case=CaseFactory(clearing=True))

    response = desk_of(administrator).post(url(unclear, "zustaendigkeit"), {"jobcenter": administrator.jobcenter_id})

    assert response.url == f"/verwaltung/antraege/{unclear.pk}/"
    assert stored(unclear).case.jobcenter == administrator.jobcenter


@pytest.mark.parametrize("deed", ["stand", "zuteilen", "pruefen", "zustaendigkeit"])
def test_actions_on_foreign_applications_are_404(desk_of, application, deed):
    assert (
        desk_of(StaffMembershipFactory(administrator=True))
        .post(url(application, deed), {"to": "in_review"})
        .status_code
        == 404
    )


@pytest.mark.parametrize("deed", ["stand", "zuteilen", "pruefen", "zustaendigkeit"])
def test_actions_are_not_links(desk_of, worker, application, deed):
    assert desk_of(worker).get(url(application, deed)).status_code == 405
