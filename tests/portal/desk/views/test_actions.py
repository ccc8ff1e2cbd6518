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
    desk.post(url(application, "stand"), {"to": "withdrawn", "confirmed": "on", "note": "Brief von heute"})

    response = desk.post(url(application, "stand"), {"to": "in_review"}, follow=True)

    assert "Der Stand hat sich inzwischen geändert" in response.content.decode()
    assert stored(application).status == ApplicationStatus.WITHDRAWN


def test_step_that_ends_the_work_is_asked_about_first(desk_of, worker, application):
    response = desk_of(worker).post(url(application, "stand"), {"to": "withdrawn", "note": "Brief <1>"})

    page = response.content.decode()
    assert (response.status_code, stored(application).status) == (200, ApplicationStatus.RECEIVED)
    assert "Neuer Stand: Zurückgenommen?" in page
    assert "„Der Antrag ist zurückgenommen.“" in page
    assert ">Brief &lt;1&gt;</textarea>" in page


def test_confirmed_step_without_the_note_colleagues_need_is_asked_for_it(desk_of, worker, application):
    response = desk_of(worker).post(url(application, "stand"), {"to": "withdrawn", "confirmed": "on", "note": " "})

    assert (response.status_code, stored(application).status) == (422, ApplicationStatus.RECEIVED)
    assert "wann und wie die Person das erklärt hat" in response.content.decode()


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
        url(application, "feststellungen"),
        {"each": finding.pk, "all": "on", "state": "explained", "reason": "Steht im Vertrag"},
    )

    finding.refresh_from_db()
    assert response.url.endswith("#feststellungen")
    assert (finding.state, finding.reason, finding.decided_by) == (FindingState.EXPLAINED, "Steht im Vertrag", worker)


def test_missing_reason_brings_the_page_back(desk_of, worker, application):
    finding = FindingFactory(application=application)

    response = desk_of(worker).post(
        url(application, "feststellungen"), {"each": finding.pk, "all": "on", "state": "not_relevant"}
    )

    assert response.status_code == 422
    assert "Bitte schreiben Sie eine kurze Begründung" in response.content.decode()
    assert '<option value="not_relevant" selected>' in response.content.decode()


def states_of(findings):
    return [type(finding).objects.get(pk=finding.pk).state for finding in findings]


def test_marked_findings_of_a_card_are_settled_and_the_others_stay(desk_of, worker, application):
    findings = FindingFactory.create_batch(3, application=application)
    each = [finding.pk for finding in findings]

    desk_of(worker).post(
        url(application, "feststellungen"), {"each": each, "finding": each[1:], "state": "asked", "reason": ""}
    )

    assert states_of(findings) == ["open", "asked", "asked"]


def test_all_findings_of_a_card_are_settled_at_once(desk_of, worker, application):
    findings = FindingFactory.create_batch(3, application=application)
    each = [finding.pk for finding in findings]

    desk_of(worker).post(url(application, "feststellungen"), {"each": each, "all": "on", "state": "asked"})

    assert states_of(findings) == ["asked"] * 3


def test_nothing_marked_brings_the_card_back_open_with_what_was_typed(desk_of, worker, application):
    each = [finding.pk for finding in FindingFactory.create_batch(2, application=application)]

    response = desk_of(worker).post(
        url(application, "feststellungen"), {"each": each, "state": "resolved", "reason": "Steht im Brief"}
    )

    page = response.content.decode()
    assert response.status_code == 422
    assert "Bitte markieren Sie, worum es geht." in page
    assert "<details open><summary>Bearbeiten<" in page
    assert ">Steht im Brief</textarea>" in page


@pytest.mark.parametrize("kind", ["foreign", "unreadable"])
def test_finding_of_another_application_is_404(desk_of, worker, application, jobcenter, kind):
    other = FindingFactory(application=ApplicationFactory(case=CaseFactory(jobcenter=jobcenter)))
    meant = {"foreign": other.pk, "unreadable": "x"}[kind]

    response = desk_of(worker).post(url(application, "feststellungen"), {"finding": meant, "state": "resolved"})

    assert response.status_code == 404


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
