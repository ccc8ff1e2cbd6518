import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from applications.domain.checks import check_application
from applications.domain.lifecycle import change_status
from applications.enums import ApplicationStatus, FindingState, Verdict
from applications.models import Application
from applications.services.after_sending import add_to_application
from applications.services.consent import answer_request
from applications.services.submit import submit_draft
from portal.cases.enums import CaseStatus, Role
from portal.cases.models import Actor, Case
from portal.cases.selectors import actor_for_user
from portal.outbox.services import deliver_due
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.applications import DraftFactory
from tests.factories.cases import CaseFactory, StandingFactory, helper_actor, staff_actor
from tests.factories.evidence import LEASE, asked
from tests.factories.personas import P02, fresh
from tests.factories.sent import sent, sent_trip
from tests.factories.triage import ApplicationFactory, FindingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def application():
    return ApplicationFactory()


def page(client, application):
    client.force_login(application.person.user)
    return client.get(reverse("applications:status", args=[application.pk]))


def test_status_says_at_once_that_it_is_being_checked(client, application):
    text = page(client, application).content.decode()

    assert "Eingegangen – wird geprüft" in text
    assert "Ihr Antrag gilt ab dem 1.\xa0Oktober 2026." in text
    assert "Samstag, 31.\xa0Oktober 2026, 23:47:05\xa0Uhr" in text
    assert "Was Sie jetzt tun können" in text


def test_status_links_the_proof(client, application):
    text = page(client, application).content.decode()

    for name in ("confirmation", "confirmation_pdf", "copy_pdf"):
        assert reverse(f"submissions:{name}", args=[application.submission_id]) in text


def test_timeline_shows_the_newest_first_and_no_note(client, application):
    worker = Actor(role=Role.CASEWORKER)
    change_status(
        application=application, to=ApplicationStatus.IN_REVIEW, actor=worker, note="GEHEIM", at=timezone.now()
    )

    text = page(client, application).content.decode()

    assert text.index('<h3 class="kern-title">In Prüfung') < text.index('<h3 class="kern-title">Eingegangen')
    assert "GEHEIM" not in text


def test_findings_appear_as_questions_without_the_staff_text(client, application):
    FindingFactory(application=application)

    text = page(client, application).content.decode()

    assert "Wie viele Personen wohnen bei Ihnen?" in text
    assert "Genannt sind" not in text


def test_missing_papers_are_one_sentence_and_a_list(client, application):
    sentence = "Es fehlt noch: %(document)s. Sie können das auch später bringen."
    for paper in ("Mietvertrag", "Kontoauszüge"):
        message = {"msgid": sentence, "data": {"document": paper, "person": ""}}
        FindingFactory(application=application, rule_id="EVD-01", claimant_message=message)

    text = page(client, application).content.decode()

    assert [text.count(f"<li>{paper}</li>") for paper in ("Mietvertrag", "Kontoauszüge")] == [1, 1]
    assert text.count("später bringen") == 1


def test_status_links_what_was_uploaded(client, application):
    assert f'href="{reverse("documents:list")}"' in page(client, application).content.decode()


def test_settled_findings_do_not_appear(client, application):
    FindingFactory(application=application, state=FindingState.EXPLAINED, decided_at=timezone.now())

    assert "Fragen und Hinweise zu Ihren Angaben" not in page(client, application).content.decode()


def test_blockers_and_warnings_of_the_project_rules_stay_inside(client, application):
    check_application(application)
    inside = [each.claimant_text for each in application.findings.filter(severity__in="BWI") if each.claimant_text]

    text = page(client, application).content.decode()

    assert inside
    assert [sentence for sentence in inside if sentence in text] == []


def test_status_leads_to_what_the_office_has_asked_for(client, application):
    found = asked(LEASE, case=application.case, submission=application.submission)
    address = reverse("mailbox:request", args=[found.request.pk])
    assert address not in page(client, application).content.decode()

    deliver_due()

    assert address in page(client, application).content.decode()


@pytest.mark.parametrize("stranger", [UserFactory, lambda: StaffMembershipFactory().user])
def test_others_get_404(client, application, stranger):
    client.force_login(stranger())

    assert client.get(reverse("applications:status", args=[application.pk])).status_code == 404


def test_page_is_never_stored(client, application):
    assert page(client, application).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("number", [1, 5])
def test_status_costs_the_same_with_one_and_five_findings(client, application, number, django_assert_max_num_queries):
    for key in range(number):
        FindingFactory(application=application, key=str(key))
    client.force_login(application.person.user)

    with django_assert_max_num_queries(16):
        client.get(reverse("applications:status", args=[application.pk]))


def test_status_says_who_has_sent_it_for_the_person(client, application):
    assert "Gesendet von" not in page(client, application).content.decode()
    draft = DraftFactory(answers=fresh(P02))
    helping = StandingFactory(helper=True, person=draft.person, scopes=["fill_in", "send"], holder_name="Julia")
    submission = submit_draft(actor=helper_actor(helping), draft=draft)
    assert (
        "Gesendet von: <strong>Julia (helfende Person)</strong>"
        in page(client, submission.application).content.decode()
    )


def test_who_waits_for_consent_reads_not_to_leave(client):
    text = page(client, sent_trip()).content.decode()

    assert "Bitte nicht wegfahren, bevor wir zugestimmt haben." in text


def test_answer_stands_on_the_page_and_nothing_of_a_notice(client):
    trip = sent_trip(CaseFactory())
    staff = staff_actor(StaffMembershipFactory(jobcenter=trip.case.jobcenter))
    answer_request(actor=staff, application=trip, verdict=Verdict.REFUSED, text="Ihr Kurs beginnt.")

    text = page(client, trip).content.decode()

    assert "Beantwortet" in text
    assert "Der Grund: Ihr Kurs beginnt." in text
    assert "Bescheid. Wir erklären" not in text
    assert "bevor wir zugestimmt haben" not in text


def test_objection_says_how_it_becomes_valid(client):
    text = page(client, sent("objection", {"objection": {"received_on": "2026-11-24"}})).content.decode()

    assert "Sicher gültig ist er erst mit Ihrer Unterschrift" in text
    assert "bis zum 24.\xa0Dezember 2026" in text


def test_status_offers_to_add_to_correct_and_to_take_back(client, application):
    text = page(client, application).content.decode()

    assert [
        name
        for name in ("add_to", "correct", "withdraw")
        if reverse(f"applications:{name}", args=[application.pk]) not in text
    ] == []


def test_decided_application_can_only_be_added_to(client, application):
    application.status = ApplicationStatus.DECIDED
    application.save()

    context = page(client, application).context

    assert [context[key] for key in ("can_add", "can_correct", "can_withdraw")] == [True, False, False]


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        ("application", "Stand Ihres Antrags"),
        ("change_notice", "Stand Ihrer Mitteilung"),
        ("message", "Stand Ihres Anliegens"),
    ],
)
def test_heading_fits_what_was_sent(client, kind, heading):
    assert f">{heading}</h1>" in page(client, ApplicationFactory(kind=kind)).content.decode()


def test_status_says_how_long_the_copy_is_kept(client, application):
    text = page(client, application).content.decode()

    assert "solange Ihr Fall läuft, und danach noch 10 Jahre" in text
    assert "8 Wochen vorher erinnern wir Sie in Ihrem Postfach." in text


@pytest.mark.parametrize(
    ("told_until", "last"), [(None, "1.\xa0Dezember 2036"), (datetime.date(2037, 1, 5), "5.\xa0Januar 2037")]
)
def test_status_names_the_last_day_when_the_case_has_ended(client, application, told_until, last):
    Case.objects.filter(pk=application.case_id).update(status=CaseStatus.CLOSED, closed_at="2026-12-01T12:00Z")
    Application.objects.filter(pk=application.pk).update(copy_told_until=told_until)

    assert f"Hier bleibt alles bis zum {last}." in page(client, application).content.decode()


def test_what_belongs_together_is_linked(client, application):
    actor = actor_for_user(application.person.user, purpose="own_case")
    added = submit_draft(actor=actor, draft=add_to_application(actor=actor, application=application)).application

    assert reverse("applications:status", args=[added.pk]) in page(client, application).content.decode()
    assert reverse("applications:status", args=[application.pk]) in page(client, added).content.decode()
