"""Local settings as administrators set them up, and what becomes of them: wizard, review, receipt, claim, desk."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from applications.claim.evidence import evidence_needed
from applications.claim.stored import read_claim
from applications.domain.draft import course_of
from applications.models import Application, Draft, LocalSettings
from portal.audit.models import AuditEvent
from portal.outbox.services import deliver_due
from portal.submissions.models import Submission
from tests.browser import Browser
from tests.factories.accounts import PostcodeAreaFactory, StaffMembershipFactory, TeamFactory, UserFactory
from tests.factories.local_settings import (
    LocalFormFactory,
    LocalQuestionFactory,
    LocalSettingsFactory,
    in_force,
)

pytestmark = pytest.mark.django_db
ADD = "desk:applications_localsettings_add"
CHANGE = "desk:applications_localsettings_change"
LIST = "desk:applications_localsettings_changelist"
QUESTION = {"place": "main_application.you", "position": "1", "kind": "yes_no", "label": "Haben Sie einen Hund?"} | {
    "help": "",
    "why": "Die Gemeinde zahlt die Hundesteuer.",
    "options": "",
}
PAPER = {"form_key": "main_application", "document_class": "OTHER", "title": "Formblatt <1>", "reason": "Darum."}
HINT = {"place": "main_application.you.name", "text": "Wie im Ausweis & Pass."}


@pytest.fixture
def administrator():
    return StaffMembershipFactory(administrator=True)


@pytest.fixture
def office(administrator):
    """The administrator's browser."""
    browser = Browser()
    browser.force_login(administrator.user)
    return browser


def typed(membership, valid_from=None, **lists):
    """What the form of a version sends: its own fields and rows by list."""
    day = valid_from or timezone.localdate()
    data = {"jobcenter": str(membership.jobcenter_id), "valid_from": day.isoformat(), "note": ""}
    for name in ("questions", "papers", "hints", "forms"):
        rows = lists.get(name, [])
        data |= {f"{name}-TOTAL_FORMS": str(len(rows)), f"{name}-INITIAL_FORMS": "0"}
        data |= {f"{name}-{number}-{key}": value for number, row in enumerate(rows) for key, value in row.items()}
    return data


def test_administrator_sets_up_and_puts_into_force(office, administrator):
    lists = {"questions": [QUESTION], "papers": [PAPER], "hints": [HINT]}
    response = office.post(reverse(ADD), typed(administrator, **lists) | {"_publish": "x"})

    settings = LocalSettings.objects.get()
    assert response.url == reverse(CHANGE, args=[settings.pk])
    assert "In Kraft gesetzt." in office.get(response.url).content.decode()
    assert (settings.number, settings.is_published) == (1, True)
    assert settings.questions.get().key.startswith("local_")
    assert [
        event.event for event in AuditEvent.objects.order_by("id") if event.event.startswith(("local", "office"))
    ] == [
        "office_data.changed",
        "local_settings.published",
    ]


def test_saving_alone_puts_nothing_into_force(office, administrator):
    office.post(reverse(ADD), typed(administrator, questions=[QUESTION]))

    assert not LocalSettings.objects.get().is_published


def test_looking_at_it_saves_first(office, administrator):
    response = office.post(reverse(ADD), typed(administrator, questions=[QUESTION]) | {"_preview": "x"})

    assert response.url == f"/verwaltung/formulare/?fassung={LocalSettings.objects.get().key}"
    assert office.get(response.url).status_code == 200


@pytest.mark.parametrize(
    ("lists", "sentence"),
    [
        ({"questions": [QUESTION | {"place": "main_application.x"}]}, "main_application.x"),
        ({"questions": [QUESTION | {"label": "<b>Hund</b>"}]}, "Bitte nur Text, ohne HTML"),
        ({"questions": [QUESTION | {"label": "H" * 201}]}, "200"),
        ({"questions": [QUESTION | {"why": ""}]}, "Dieses Feld ist zwingend erforderlich"),
        ({"questions": [QUESTION | {"kind": "choice"}]}, "Bitte nennen Sie 2 bis 20 Antworten"),
        ({"papers": [PAPER | {"title": ""}]}, "geben Sie ihr einen Namen"),
        ({"hints": [HINT, HINT]}, "doppelt"),
        ({"forms": [{"form_key": "main_application", "state": "off"}]}, "main_application"),
        ({"forms": [{"form_key": "toy", "state": "pilot"}]}, "Bitte wählen Sie mindestens ein Team"),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_not_stored(office, administrator, toy, lists, sentence):
    response = office.post(reverse(ADD), typed(administrator, **lists))

    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert not LocalSettings.objects.exists()


def test_day_in_the_past_is_stored_but_not_in_force(office, administrator):
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    response = office.post(reverse(ADD), typed(administrator, yesterday) | {"_publish": "x"})

    assert not LocalSettings.objects.get().is_published
    assert "liegt in der Vergangenheit" in office.get(response.url).content.decode()


def test_published_version_is_only_shown_and_copied(office, administrator):
    settings = LocalSettingsFactory(jobcenter=administrator.jobcenter)
    LocalQuestionFactory(settings=settings)
    address = reverse(CHANGE, args=[in_force(settings).pk])
    page = office.get(address).content.decode()

    assert page.count("Antrag auf Grundsicherungsgeld, Sie") == 1
    assert 'name="_save"' not in page
    assert office.post(address, typed(administrator) | {"note": "anders"}).status_code == 403
    copied = office.post(reverse("desk:applications_localsettings_copy", args=[settings.pk]))
    assert copied.url == reverse(CHANGE, args=[LocalSettings.objects.get(number=2).pk])
    assert 'name="_publish"' in office.get(copied.url).content.decode()


def test_second_version_in_work_is_refused_in_words(office, administrator):
    LocalSettingsFactory(jobcenter=administrator.jobcenter, number=1)
    response = office.post(reverse(ADD), typed(administrator))

    assert "Es gibt schon eine Fassung, die noch nicht in Kraft gesetzt ist." in response.content.decode()


def test_other_houses_are_not_there(office):
    foreign = LocalSettingsFactory()

    assert office.post(reverse("desk:applications_localsettings_copy", args=[foreign.pk])).status_code == 404
    assert office.get(f"/verwaltung/formulare/?fassung={foreign.key}").status_code == 404
    assert foreign.jobcenter.name not in office.get(reverse(LIST)).content.decode()


def test_caseworkers_have_no_such_page(client):
    membership = StaffMembershipFactory()
    settings = LocalSettingsFactory(jobcenter=membership.jobcenter)
    client.force_login(membership.user)

    assert client.get(reverse(LIST)).status_code == 403
    assert client.get(reverse(CHANGE, args=[settings.pk])).status_code == 403
    assert client.post(reverse("desk:applications_localsettings_copy", args=[settings.pk])).status_code == 403


def test_teams_of_other_houses_cannot_be_chosen(office, administrator, toy):
    row = {"form_key": "toy", "state": "pilot", "teams": [str(TeamFactory().pk)]}
    response = office.post(reverse(ADD), typed(administrator, forms=[row]))

    assert response.status_code == 200
    assert not LocalSettings.objects.exists()


# --- from the office to the claimant and back to the desk


@pytest.fixture
def visitor(client):
    client.force_login(UserFactory())
    return client


def begin(visitor, form="main_application"):
    visitor.post(reverse("applications:overview"), {"form": form})
    return Draft.objects.latest("created_at")


def step(draft, slug):
    return reverse("applications:step", args=[draft.pk, slug])


@pytest.fixture
def set_up(office, administrator):
    """A question, a paper and a hint of the only jobcenter, in force."""
    PostcodeAreaFactory(jobcenter=administrator.jobcenter, postcode="00115")
    lists = {"questions": [QUESTION | {"label": "Hund & Katze?"}], "papers": [PAPER], "hints": [HINT]}
    office.post(reverse(ADD), typed(administrator, **lists) | {"_publish": "x"})
    return LocalSettings.objects.get()


def answer(visitor, draft, settings):
    key = settings.questions.get().key
    data = {"wizard-current_step": "oertlich-you", key: "yes", "go": "next"}
    return visitor.post(step(draft, "oertlich-you"), data)


def test_question_and_hint_stand_in_the_wizard_as_typed(visitor, set_up):
    draft = begin(visitor)
    page = visitor.get(step(draft, "oertlich-you")).content.decode()

    assert draft.overlay_version == set_up.key
    assert "Hund &amp; Katze?" in page
    assert "Die Gemeinde zahlt die Hundesteuer." in page
    assert "Wie im Ausweis &amp; Pass." in visitor.get(step(draft, "name")).content.decode()
    assert "Formblatt &lt;1&gt;" in visitor.get(reverse("applications:evidence", args=[draft.pk])).content.decode()


def test_answer_reaches_review_receipt_claim_and_desk(visitor, office, set_up):
    draft = begin(visitor)
    answer(visitor, draft, set_up)
    review = visitor.get(reverse("applications:review", args=[draft.pk])).content.decode()
    visitor.post(reverse("applications:send", args=[draft.pk]))
    deliver_due()

    submission, key = Submission.objects.get(), set_up.questions.get().key
    claim = read_claim(submission.data)
    shown = {entry.place: entry.value for part in submission.parsed_content().sections for entry in part.entries}
    assert "Hund &amp; Katze?" in review
    assert shown[f"you.{key}"] == "Ja"
    assert [(each.question, each.value) for each in claim.local_answers] == [("Hund & Katze?", "true")]
    assert submission.form_version == f"2026.1+{set_up.key}"
    application = Application.objects.get()
    case = application.case
    case.jobcenter = set_up.jobcenter
    case.save()
    desk = office.get(reverse("desk:application", args=[application.pk])).content.decode()
    assert "Hund &amp; Katze?" in desk


def test_own_paper_is_asked_for_and_missing_by_its_name(visitor, set_up):
    draft = begin(visitor)
    claim_papers = {item.key: str(item.label) for item in evidence_needed(course_of(draft).claim())}
    key = f"OTHER:{set_up.papers.get().key}"

    assert claim_papers[key] == "Formblatt <1>"
    visitor.post(
        reverse("applications:evidence", args=[draft.pk]), {f"choice-{key}": "later", "go": "next"}, follow=True
    )
    draft.refresh_from_db()
    assert draft.answers["evidence"]["proofs"][0]["item"] == set_up.papers.get().key


def test_draft_keeps_the_version_it_was_started_with(visitor, office, administrator, set_up):
    draft = begin(visitor)
    newer = office.post(reverse("desk:applications_localsettings_copy", args=[set_up.pk])).url
    copy = LocalSettings.objects.get(number=2)
    copy.questions.all().delete()
    office.post(newer, existing(administrator, copy) | {"_publish": "x"})
    assert LocalSettings.objects.get(number=2).is_published

    assert visitor.get(step(draft, "oertlich-you")).status_code == 200
    visitor.post(reverse("applications:send", args=[draft.pk]))
    again = begin(visitor)
    assert again.overlay_version == copy.key
    assert visitor.get(step(again, "oertlich-you")).status_code == 302


def existing(membership, settings):
    """What the form of a stored version sends when nothing is changed."""
    data = typed(membership)
    for name in ("papers", "hints"):
        row = getattr(settings, name).get()
        data |= {f"{name}-TOTAL_FORMS": "1", f"{name}-INITIAL_FORMS": "1"}
        data |= {f"{name}-0-id": str(row.pk), f"{name}-0-settings": str(settings.pk)}
        sent = PAPER if name == "papers" else HINT
        data |= {f"{name}-0-{key}": value for key, value in sent.items()}
    return data


def test_switched_off_form_is_neither_offered_nor_begun(visitor, administrator, toy):
    settings = LocalSettingsFactory(jobcenter=administrator.jobcenter)
    LocalFormFactory(settings=settings)
    overview = reverse("applications:overview")
    assert 'value="toy"' in visitor.get(overview).content.decode()
    running = begin(visitor, "toy")
    in_force(settings)

    assert visitor.post(reverse("applications:send", args=[running.pk])).status_code == 302
    assert 'value="toy"' not in visitor.get(overview).content.decode()
    refused = visitor.post(overview, {"form": "toy"}, follow=True)
    assert "bietet Ihr Jobcenter zurzeit nicht an" in refused.content.decode()
    assert Draft.objects.count() == 1
    assert Submission.objects.count() == 1


def cost_of(visitor, draft):
    """Statements of one page and of one save, with everything loaded that a process loads once."""
    name = {"wizard-current_step": "name", "first_name": "Ada", "last_name": "Eins", "go": "next"}
    address = step(draft, "name")
    visitor.get(address)
    visitor.post(address, name)
    costs = (
        statements(lambda: visitor.get(address)),
        statements(lambda: visitor.post(address, name | {"last_name": "X"})),
    )
    visitor.post(address, name)
    return costs


def statements(run):
    with CaptureQueriesContext(connection) as captured:
        run()
    return [query["sql"].split()[0] for query in captured.captured_queries]


def test_overlay_costs_no_query_on_pages_and_saves(visitor, set_up):
    draft = begin(visitor)
    Draft.objects.filter(pk=draft.pk).update(overlay_version="")
    plain = cost_of(visitor, draft)
    Draft.objects.filter(pk=draft.pk).update(overlay_version=set_up.key)

    assert cost_of(visitor, draft) == plain
    assert "UPDATE" in plain[1]
