import datetime
import re

import pytest
from django.utils import timezone

from applications.domain.checks import check_application
from applications.domain.evidence_draft import draft_missing_papers
from mailbox.enums import RequestStatus, TextPurpose
from mailbox.models import EvidenceRequest, TextTemplate, TextVersion
from portal.audit.models import AuditEvent
from portal.law.cooperation import suggested_deadline
from portal.law.periods import Place
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory
from tests.factories.cases import CaseFactory
from tests.factories.claims import build_p02, without_papers
from tests.factories.evidence import asked
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def application(jobcenter):
    made = ApplicationFactory(case=CaseFactory(jobcenter=jobcenter), claim=without_papers(build_p02()))
    check_application(made)
    return made


def url(application):
    return f"/verwaltung/faelle/{application.case_id}/bitten/neu/?antrag={application.pk}"


def filled(page, **changes):
    """What the browser would send back: every field as it stands on the page."""
    html = page.content.decode()
    form = html[html.index('<form method="post" class="ask"') :]
    data = {}
    for tag in re.findall(r"<input[^>]*>", form):
        fields = dict(re.findall(r'(\w[\w-]*)="([^"]*)"', tag))
        is_box = fields.get("type") in {"checkbox", "radio"}
        if fields.get("name") and (not is_box or re.search(r"\bchecked\b", tag)):
            data[fields["name"]] = fields.get("value", "on" if is_box else "")
    data |= dict(re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\s*(.*?)</textarea>', form, re.DOTALL))
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        data[name] = chosen[1] if chosen else ""
    data.pop("csrfmiddlewaretoken", None)
    return data | changes


def working_day(after):
    """A working day, well after the shortest deadline."""
    return suggested_deadline(timezone.localdate(), Place()) + datetime.timedelta(days=after)


def test_case_page_leads_to_the_page(desk_of, worker, application):
    assert url(application) in desk_of(worker).get(f"/verwaltung/antraege/{application.pk}/").content.decode()


def test_proposals_are_ticked_and_become_a_draft(desk_of, worker, application):
    desk = desk_of(worker)
    page = desk.get(url(application))
    number = application.findings.filter(rule_id="EVD-01").count()

    response = desk.post(url(application), filled(page))

    request = EvidenceRequest.objects.get()
    assert response.headers["Location"] == f"/verwaltung/faelle/{application.case_id}/bitten/{request.pk}/"
    assert (request.status, request.created_by, request.person) == ("draft", worker, application.person)
    assert request.deadline == suggested_deadline(timezone.localdate(), Place())
    assert request.items.filter(finding_id__isnull=False).count() == number
    assert request.items.get(document_class="BANK_STATEMENT").may_blacken


def test_pressed_twice_it_is_one_draft(desk_of, worker, application):
    desk = desk_of(worker)
    data = filled(desk.get(url(application)))

    desk.post(url(application), data)
    desk.post(url(application), data)

    assert EvidenceRequest.objects.count() == 1


def test_added_thing_comes_with_the_words_of_its_kind(desk_of, worker, application):
    desk = desk_of(worker)
    data = filled(desk.get(url(application)), add="1", add_class="PATERNITY_PROOF", introduction="Guten Tag")

    page = desk.post(url(application), data)

    assert page.status_code == 200
    words = page.content.decode()
    assert "Damit sehen wir, wer der Vater eines Kindes ist." in words
    assert "Guten Tag" in words
    assert not EvidenceRequest.objects.exists()
    desk.post(url(application), filled(page))
    assert EvidenceRequest.objects.get().items.filter(document_class="PATERNITY_PROOF").count() == 1


def test_what_is_unticked_is_not_asked_for(desk_of, worker, application):
    desk = desk_of(worker)
    data = filled(desk.get(url(application)))
    boxes = [name for name in data if name.endswith("-is_asked")]

    desk.post(url(application), {name: value for name, value in data.items() if name not in boxes[1:]})

    assert EvidenceRequest.objects.get().items.count() == 1


def test_nothing_ticked_comes_back_with_what_was_typed(desk_of, worker, application):
    desk = desk_of(worker)
    data = filled(desk.get(url(application)), introduction="Guten Tag")
    data = {name: value for name, value in data.items() if not name.endswith("-is_asked")}

    page = desk.post(url(application), data)

    assert page.status_code == 422
    assert "mindestens einen Punkt" in page.content.decode()
    assert "Guten Tag" in page.content.decode()


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (lambda: "", "Bitte tragen Sie die Frist ein."),
        (lambda: timezone.localdate().isoformat(), "schon da oder vorbei"),
        (lambda: "2027-03-13", "ist kein Werktag. Der nächste Werktag ist Montag, 15. März 2027."),
        (lambda: "2026-12-25", "ist kein Werktag"),
    ],
)
def test_deadline_is_a_working_day_to_come(desk_of, worker, application, time_machine, day, words):
    time_machine.move_to(datetime.datetime(2026, 11, 30, 9, tzinfo=datetime.UTC))
    desk = desk_of(worker)

    page = desk.post(url(application), filled(desk.get(url(application)), deadline=day()))

    assert page.status_code == 422
    assert words in page.content.decode().replace("\xa0", " ")


def test_short_deadline_is_confirmed(desk_of, worker, application):
    desk = desk_of(worker)
    soon = timezone.localdate() + datetime.timedelta(days=4)
    while soon.weekday() > 4:
        soon += datetime.timedelta(days=1)
    data = filled(desk.get(url(application)), deadline=soon.isoformat())

    page = desk.post(url(application), data)

    assert "Diese Frist ist kurz." in page.content.decode()
    desk.post(url(application), {**data, "is_short": "on"})
    assert EvidenceRequest.objects.get().deadline == soon


def test_hint_has_no_deadline(desk_of, worker, application):
    desk = desk_of(worker)

    desk.post(url(application), filled(desk.get(url(application)), kind="hint"))

    request = EvidenceRequest.objects.get()
    assert (request.is_hint, request.deadline) == (True, None)


def test_introduction_is_the_text_of_the_office(desk_of, worker, application):
    for house, words in ((None, "Allgemein"), (application.case.jobcenter, "Unser Text")):
        template = TextTemplate.objects.create(
            jobcenter=house, key="bitte", purpose=TextPurpose.REQUEST, title="Bitte um Unterlagen"
        )
        TextVersion.objects.create(template=template, number=1, body=words, published_at=timezone.now())

    page = desk_of(worker).get(url(application)).content.decode()

    assert "Unser Text" in page
    assert "Allgemein" not in page


def test_placeholder_is_filled_or_asked_for(desk_of, worker, application):
    template = TextTemplate.objects.create(key="bitte", purpose=TextPurpose.REQUEST, title="Bitte um Unterlagen")
    body = "Guten Tag {name}, {grund} fehlt."
    TextVersion.objects.create(template=template, number=1, body=body, published_at=timezone.now())
    desk = desk_of(worker)
    page = desk.get(url(application))
    assert "Guten Tag Miriam Sander, {grund} fehlt." in page.content.decode()

    response = desk.post(url(application), filled(page))

    assert response.status_code == 422
    assert "Bitte ersetzen Sie {grund} durch Ihre Worte." in response.content.decode()


def test_what_is_there_is_named_and_not_proposed(desk_of, worker, application):
    desk = desk_of(worker)
    desk.post(url(application), filled(desk.get(url(application))))
    EvidenceRequest.objects.update(status=RequestStatus.SENT, sent_at=timezone.now(), sent_by=worker)

    page = desk.get(url(application)).content.decode()

    assert "Schon da: bitte nicht noch einmal anfordern" in page
    assert "schon angefordert am" in page
    assert "-is_asked" not in page


def test_draft_of_the_checks_is_edited(desk_of, worker, application):
    request = draft_missing_papers(application)
    desk = desk_of(worker)
    before = request.items.count()
    page = desk.get(f"/verwaltung/antraege/{application.pk}/").content.decode()
    assert f"Entwurf aus der Prüfung: {before} Punkte" in page
    change = f"/verwaltung/faelle/{application.case_id}/bitten/{request.pk}/aendern/"
    data = filled(desk.get(change))
    first = next(name for name in data if name.endswith("-is_asked"))
    data[first.replace("is_asked", "what")] = "Der Vertrag über die Wohnung"
    last = [name for name in data if name.endswith("-is_asked")][-1]
    data.pop(last)

    desk.post(change, data)

    stored = list(request.items.order_by("position"))
    assert [item.position for item in stored] == list(range(1, before))
    assert stored[0].what == "Der Vertrag über die Wohnung"


def test_draft_that_lies_there_is_named(desk_of, worker, application):
    request = draft_missing_papers(application)

    page = desk_of(worker).get(url(application)).content.decode()

    assert "In diesem Fall liegt schon ein Entwurf." in page
    assert f"/verwaltung/faelle/{application.case_id}/bitten/{request.pk}/" in page


def test_looking_is_noted(desk_of, worker, application):
    desk_of(worker).get(url(application))

    assert AuditEvent.objects.filter(case_id=application.case_id, event__endswith="answers").exists()


def test_other_houses_have_no_such_page(desk_of, application):
    stranger = StaffMembershipFactory(jobcenter=JobcenterFactory())

    assert desk_of(stranger).get(url(application)).status_code == 404


def test_other_teams_say_why(desk_of, worker, application, jobcenter):
    application.assigned_to = StaffMembershipFactory(jobcenter=jobcenter)
    application.save()

    response = desk_of(worker).get(url(application))

    assert response.headers["Location"].startswith(f"/verwaltung/faelle/{application.case_id}/grund/")


def test_sent_request_is_not_changed_any_more(desk_of, worker, application):
    request = asked(case=application.case).request
    change = f"/verwaltung/faelle/{application.case_id}/bitten/{request.pk}/aendern/"

    assert desk_of(worker).get(change).status_code == 302
