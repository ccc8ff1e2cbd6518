import datetime
import re

import pytest

from applications.catalogue.main_application import FORM
from applications.domain.draft import Course
from applications.services.after_sending import correct_application
from applications.services.submit import submit_draft
from applications.services.withdraw import withdraw_application
from portal.audit.models import AuditEvent
from portal.cases.models import PersonIndex
from portal.submissions.models import Entry, Section
from tests.applications.quick import ANSWERS, short_application
from tests.factories.accounts import PostcodeAreaFactory, StaffMembershipFactory
from tests.factories.applications import DraftFactory
from tests.factories.cases import CaseFactory, StandingFactory, claimant_actor, helper_actor
from tests.factories.documents import DocumentFactory
from tests.factories.personas import P02, fresh
from tests.factories.submissions import make_content
from tests.factories.triage import ApplicationFactory, FindingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def application(jobcenter):
    return ApplicationFactory(case=CaseFactory(jobcenter=jobcenter))


def url(application):
    return f"/verwaltung/antraege/{application.pk}/"


def test_page_shows_answers_findings_and_contact(desk_of, worker, application):
    FindingFactory(application=application)

    page = desk_of(worker).get(url(application)).content.decode()

    for word in (
        "Bäckerei Öztürk",
        "612,40 Euro",
        "nicht beantwortet",
        "Genannt sind 3 Personen.",
        "E · passt nicht zusammen oder fehlt",
        "§ 7 Abs. 3 SGB II",
        "HH-01",
        "miriam@example.org",
    ):
        assert word in page


def test_page_says_which_annexes_of_the_paper_form_it_stands_for(desk_of, worker, jobcenter):
    claim = Course(FORM, fresh(P02)).claim()
    application = ApplicationFactory(case=CaseFactory(jobcenter=jobcenter), claim=claim)

    page = desk_of(worker).get(url(application)).content.decode()

    assert (
        "Entspricht den Anlagen: HA, KI (Ella Sander, Finn Sander), EK (Miriam Sander), VM, KDU, UH1 (Miriam Sander), "
        "UH3 (Ella Sander, Finn Sander)" in page
    )


def test_page_of_an_application_without_annexes_says_nothing_about_them(desk_of, worker, application):
    assert "Entspricht den Anlagen" not in desk_of(worker).get(url(application)).content.decode()


def test_page_lists_files_with_a_way_to_the_viewer(desk_of, worker, jobcenter):
    case = CaseFactory(jobcenter=jobcenter)
    document = DocumentFactory(case=case, pages=2)
    application = ApplicationFactory(case=case, documents=(document,))

    page = desk_of(worker).get(url(application)).content.decode()

    assert f'href="/verwaltung/antraege/{application.pk}/unterlagen/{document.pk}/"' in page
    assert "2 Seiten" in page


def test_every_opening_is_recorded(desk_of, worker, application):
    desk = desk_of(worker)
    for _ in range(2):
        desk.get(url(application))

    opened = AuditEvent.objects.filter(event__startswith="seen.", case_id=application.case_id).order_by("id")
    assert [(event.event, event.role, event.purpose, event.subject_id) for event in opened] == [
        ("seen.answers", "caseworker", "case_work", str(application.pk))
    ] * 2


def test_files_and_notes_are_recorded_where_there_are_any(desk_of, worker, jobcenter):
    case = CaseFactory(jobcenter=jobcenter)
    application = ApplicationFactory(case=case, documents=(DocumentFactory(case=case),))
    FindingFactory(application=application, state="explained", reason="am Telefon", decided_at=application.received_at)

    desk_of(worker).get(url(application))

    opened = AuditEvent.objects.filter(event__startswith="seen.", case_id=application.case_id)
    assert set(opened.values_list("event", flat=True)) == {"seen.answers", "seen.file_names", "seen.notes"}


def test_buttons_come_from_the_table(desk_of, worker, application):
    page = desk_of(worker).get(url(application))

    assert [(step.value, step.is_ending) for step in page.context["steps"]] == [
        ("in_review", False),
        ("withdrawn", True),
    ]
    assert 'name="to" value="in_review"' in page.content.decode()
    assert 'value="decided"' not in page.content.decode()


def test_one_button_stands_out(desk_of, worker, application):
    desk = desk_of(worker)
    before = desk.get(url(application)).content.decode()
    desk.post(f"{url(application)}zuteilen/", {"membership": worker.pk})

    after = desk.get(url(application)).content.decode()

    assert re.findall(r'class="button default" name="(\w+)"', before) == ["membership"]
    assert re.findall(r'class="button default" name="(\w+)" value="(\w+)"', after) == [("to", "in_review")]


def test_finding_leads_to_its_answer_and_the_answer_back(desk_of, worker, jobcenter):
    content = make_content(
        sections=(
            Section(title="Wohnen", entries=(Entry(label="Kaltmiete", value="420 Euro", place="home.base_rent"),)),
        )
    )
    application = ApplicationFactory(case=CaseFactory(jobcenter=jobcenter), content=content)
    finding = FindingFactory(application=application, refs=["housing.base_rent"])

    page = desk_of(worker).get(url(application)).content.decode()

    assert (page.count('href="#a2"'), page.count('id="a2"')) == (1, 1)
    assert (page.count(f'href="#f-{finding.pk}"'), page.count(f'id="f-{finding.pk}"')) == (1, 1)


def test_content_from_before_there_were_places_has_no_links(desk_of, worker, application):
    FindingFactory(application=application, refs=["housing.base_rent", "applicant.birth_date"])

    page = desk_of(worker).get(url(application)).content.decode()

    assert "Zur Angabe" not in page
    assert "desk-mark" not in page


@pytest.mark.parametrize("trait", [{}, {"team_lead": True}, {"administrator": True}])
def test_foreign_jobcenter_is_404_and_leaves_no_trace(desk_of, application, trait):
    assert desk_of(StaffMembershipFactory(**trait)).get(url(application)).status_code == 404
    assert not AuditEvent.objects.filter(event__startswith="seen.").exists()


@pytest.mark.parametrize(("trait", "status"), [({}, 404), ({"team_lead": True}, 404), ({"administrator": True}, 200)])
def test_clearing_list_is_open_to_administrators(desk_of, trait, status):
    unclear = ApplicationFactory(case=CaseFactory(clearing=True))

    assert desk_of(StaffMembershipFactory(**trait)).get(url(unclear)).status_code == status


def test_unreadable_data_still_shows_the_answers(desk_of, worker, application):
    submission = application.submission
    submission.data = {"broken": 1}
    submission.save()

    page = desk_of(worker).get(url(application)).content.decode()

    assert "Bäckerei Öztürk" in page


def test_page_costs_the_same_with_many_findings(desk_of, worker, application, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    desk = desk_of(worker)
    desk.get(url(application))
    with CaptureQueriesContext(connection) as few:
        desk.get(url(application))
    FindingFactory.create_batch(20, application=application)

    with django_assert_num_queries(len(few)):
        desk.get(url(application))


@pytest.mark.parametrize(
    ("phone", "email", "words"),
    [
        ("01234 567", "oma@example.org", ("am besten anrufen", "Die Adresse ist nicht bestätigt")),
        ("", None, ("am besten einen Brief schicken", "nur, wenn sie selbst mit ihrem Code hineinschaut")),
    ],
)
def test_page_says_how_to_reach_somebody_without_an_account(desk_of, worker, application, phone, email, words):
    person = application.person
    person.user, person.contact_email = None, email
    person.save()
    PersonIndex.objects.filter(person=person).update(contact_phone=phone)

    page = desk_of(worker).get(url(application)).content.decode()

    assert [word for word in ("ohne Konto</strong>", *words) if word not in page] == []


def test_page_of_somebody_with_an_account_says_nothing_about_that(desk_of, worker, application):
    assert "ohne Konto" not in desk_of(worker).get(url(application)).content.decode()


def test_staff_see_who_has_sent_it_for_the_person(desk_of, worker, application):
    assert "Gesendet von" not in desk_of(worker).get(url(application)).content.decode()
    PostcodeAreaFactory(jobcenter=application.case.jobcenter, postcode="00123")
    draft = DraftFactory(answers=fresh(P02))
    helping = StandingFactory(helper=True, person=draft.person, scopes=["fill_in", "send"], holder_name="Julia")
    submission = submit_draft(actor=helper_actor(helping), draft=draft)
    page = desk_of(worker).get(url(submission.application)).content.decode()
    assert "<dt>Gesendet von</dt><dd>Julia (helfende Person)</dd>" in page


def test_correction_leads_to_what_it_corrects_and_marks_what_is_new(desk_of, worker, application):
    actor = claimant_actor(application.case)
    draft = correct_application(actor=actor, application=application)
    draft.answers["you"] = {"first_name": "Mirjam"}
    draft.save()
    correction = submit_draft(actor=actor, draft=draft).application

    text = desk_of(worker).get(url(correction)).content.decode()

    assert url(application) in text
    assert "(wird hier berichtigt)" in text
    assert "geändert" in text


def test_waiting_withdrawal_is_shown_with_what_to_do(desk_of, worker, application):
    PersonIndex.objects.filter(person=application.person).update(birth_date=datetime.date(2012, 1, 1))
    withdraw_application(actor=claimant_actor(application.case), application=application, reason="Neue Arbeit")

    text = desk_of(worker).get(url(application)).content.decode()

    assert "noch nicht wirksam" in text
    assert "Grund: Neue Arbeit" in text


def test_what_it_goes_on_with_is_named_once_with_its_urgency(desk_of, worker, application):
    case = application.case
    short = short_application(case=case, answers=ANSWERS | {"urgent": {"dangers": ["violence"]}})
    type(application).objects.filter(pk=application.pk).update(follows=short)

    page = desk_of(worker).get(url(application)).content.decode()

    assert page.count("<dt>Gehört zu</dt>") == 1
    row = page[page.index("<dt>Gehört zu</dt>") :].split("</dd>")[0]
    assert (short.submission.reference in row, "(früher)" in row, "Dringend" in row) == (True, True, True)
