import pytest

from applications.models import Application
from portal.audit.models import AuditEvent
from portal.documents.services import mark_handed_in
from tests.factories.accounts import StaffMembershipFactory, TeamFactory
from tests.factories.cases import CaseFactory
from tests.factories.documents import DocumentFactory
from tests.factories.triage import ApplicationFactory, FindingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def application(jobcenter):
    """Of a colleague in another team."""
    application = ApplicationFactory(case=CaseFactory(jobcenter=jobcenter))
    colleague = StaffMembershipFactory(
        jobcenter=jobcenter, team=TeamFactory(jobcenter=jobcenter, name="Team Süd"), display_name="Herr Acker"
    )
    Application.objects.filter(pk=application.pk).update(assigned_to=colleague, team=colleague.team)
    return application


def page_of(application):
    return f"/verwaltung/antraege/{application.pk}/"


def question(application, following=""):
    return f"/verwaltung/faelle/{application.case_id}/grund/{f'?weiter={following}' if following else ''}"


def seen(application):
    events = AuditEvent.objects.filter(case_id=application.case_id, event__startswith="seen.").order_by("id")
    return list(events.values_list("event", "purpose"))


def test_colleagues_case_asks_why_then_opens(desk_of, worker, application):
    desk = desk_of(worker)

    asked = desk.get(page_of(application), follow=True)
    opened = desk.post(asked.request["PATH_INFO"], {"reason": "complaint", "weiter": page_of(application)}, follow=True)

    assert asked.redirect_chain == [(question(application, page_of(application).replace("/", "%2F")), 302)]
    assert "Herr Acker" in asked.content.decode()
    assert (opened.redirect_chain, opened.status_code) == ([(page_of(application), 302)], 200)
    assert seen(application) == [("seen.answers", "complaint")]


def test_question_shows_nothing_of_the_person(desk_of, worker, application):
    page = desk_of(worker).get(question(application)).content.decode()

    assert application.submission.reference in page
    assert "Sander" not in page
    assert seen(application) == []


def test_it_is_asked_once(desk_of, worker, application):
    desk = desk_of(worker)
    desk.post(question(application), {"reason": "substitution"})

    assert [desk.get(page_of(application)).status_code for _ in range(3)] == [200] * 3


def test_file_of_a_colleagues_case_asks_and_comes_back_to_the_file(desk_of, worker, application):
    document = DocumentFactory(case=application.case)
    mark_handed_in(documents=[document], at=application.received_at)
    desk = desk_of(worker)

    asked = desk.get(f"/unterlagen/{document.pk}/")
    opened = desk.post(asked.url, {"reason": "inquiry"})

    assert asked.url == question(application, f"%2Funterlagen%2F{document.pk}%2F")
    assert opened.url == f"/unterlagen/{document.pk}/"
    assert b"".join(desk.get(opened.url))[:5] == b"%PDF-"
    assert seen(application) == [("seen.documents", "inquiry")]


def test_form_without_a_reason_changes_nothing_and_says_so(desk_of, worker, application):
    asked = desk_of(worker).post(f"{page_of(application)}stand/", {"to": "in_review"}, follow=True)

    assert asked.redirect_chain == [(question(application), 302)]
    assert "Es wurde noch nichts geändert" in asked.content.decode()
    assert Application.objects.get(pk=application.pk).status == "received"


def test_without_an_answer_it_asks_again(desk_of, worker, application):
    page = desk_of(worker).post(question(application), {})

    assert page.status_code == 422
    assert "Bitte wählen Sie aus, warum Sie den Fall öffnen." in page.content.decode()


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)"])
def test_it_never_leads_elsewhere(desk_of, worker, application, elsewhere):
    response = desk_of(worker).post(question(application), {"reason": "advice", "weiter": elsewhere})

    assert response.url == page_of(application)


def test_own_work_is_led_on_at_once(desk_of, worker, jobcenter):
    mine = ApplicationFactory(case=CaseFactory(jobcenter=jobcenter))

    assert desk_of(worker).get(question(mine)).url == page_of(mine)


def test_case_of_another_house_is_404(desk_of, application):
    assert desk_of(StaffMembershipFactory()).get(question(application)).status_code == 404


def test_finding_refused_in_a_colleagues_case_is_seen_with_the_reason(desk_of, worker, application):
    finding = FindingFactory(application=application)
    desk = desk_of(worker)
    desk.post(question(application), {"reason": "advice"})

    page = desk.post(f"{page_of(application)}feststellungen/", {"finding": finding.pk, "state": "not_relevant"})

    assert (page.status_code, {purpose for _event, purpose in seen(application)}) == (422, {"advice"})


def test_taking_over_from_the_list_is_no_way_around_the_question(desk_of, worker, application):
    desk, taking = desk_of(worker), {"application": [application.pk], "membership": worker.pk}

    asked = desk.post("/verwaltung/antraege/zuteilen/", taking)
    desk.post(question(application), {"reason": "substitution"})
    taken = desk.post("/verwaltung/antraege/zuteilen/", taking)

    assert (asked.url, taken.url) == (question(application), "/verwaltung/antraege/")
    assert Application.objects.get(pk=application.pk).assigned_to == worker


def test_handing_out_what_lies_with_others_asks_for_nothing(desk_of, worker, application, jobcenter):
    other = StaffMembershipFactory(jobcenter=jobcenter)

    desk_of(worker).post("/verwaltung/antraege/zuteilen/", {"application": [application.pk], "membership": other.pk})

    assert Application.objects.get(pk=application.pk).assigned_to == other


def test_who_hands_out_own_work_goes_on_with_the_list(desk_of, worker, jobcenter):
    mine = ApplicationFactory(case=CaseFactory(jobcenter=jobcenter))
    Application.objects.filter(pk=mine.pk).update(assigned_to=worker, status="assigned")
    other = StaffMembershipFactory(jobcenter=jobcenter)

    response = desk_of(worker).post(f"{page_of(mine)}zuteilen/", {"membership": other.pk})

    assert response.url == "/verwaltung/antraege/"
