"""What every form of the catalogue must hold, whoever adds it: its files are checked here without being named."""

import datetime
from collections import Counter

import pytest
from django.urls import reverse

from applications.catalogue.compose import compose, current_version, forms
from applications.catalogue.kinds import Choice, Several, YesNo
from applications.catalogue.local import SLUG
from applications.catalogue.outline import takes_questions
from applications.catalogue.overlay import Overlay, overlaid
from applications.catalogue.structure import APPLICANT, Collection, ForEach, Page, Step
from applications.catalogue.walk import walk
from applications.claim.builders import build_claim
from applications.claim.evidence import evidence_needed
from applications.claim.model import AskedPaper
from applications.domain.draft import Course
from applications.enums import DocumentClass
from applications.models import Application, Draft
from applications.services.draft import start_draft
from portal.cases.selectors import actor_for_user
from portal.outbox.models import OutboxMessage
from portal.outbox.services import deliver_due
from portal.submissions.models import Receipt
from tests.factories.accounts import StaffMembershipFactory, UserFactory

TODAY = datetime.date(2026, 11, 16)
PAPER = AskedPaper(document_class=DocumentClass.OTHER, item_id="local_1", title="Formblatt", reason="Für die Steuer.")
FORMS = sorted({key for key, _version in forms()})
WORDS_OF_THE_WIZARD = {"go", "version", "noted", "zurueck", "csrfmiddlewaretoken", "id", "person"}
OTHER_ADDRESSES = {"pruefen", "absenden"}  # "unterlagen" is the address of the page of papers itself


@pytest.fixture(params=FORMS)
def form(request):
    return compose(request.param, current_version(request.param))


def parts_of(parts):
    """Steps and collections of a form or section, those inside of others, too."""
    for part in parts:
        if isinstance(part, ForEach):
            yield from parts_of(part.parts)
            continue
        yield part
        if isinstance(part, Collection):
            yield from part.steps


def everything(form):
    return list(parts_of(part for section in form.sections for part in section.parts))


def filled(question, turn):
    """An answer that makes conditions true, another one in each turn."""
    if isinstance(question, YesNo):
        return True
    if isinstance(question, Choice | Several):
        options = question.only or tuple(question.options)
        value = options[turn % len(options)].value
        return [value] if isinstance(question, Several) else value
    return None


def one_of_all(form, turn):
    """Answers with one item in every list."""
    stored = {}
    for section, layout in form.layouts.items():
        stored[section] = {key: filled(question, turn) for key, question in layout.questions.items()}
        for group, inner in layout.groups.items():
            values = {key: filled(question, turn) for key, question in inner.questions.items()}
            own, of_applicant = {"id": f"{group}1", "person": ""}, {"id": APPLICANT, "person": APPLICANT}
            stored[section][group] = [values | own, values | of_applicant]
    return stored


def test_addresses_are_its_own(form):
    slugs = Counter(part.slug for part in everything(form))

    assert [slug for slug, times in slugs.items() if times > 1 or slug in OTHER_ADDRESSES] == []
    assert len({section.key for section in form.sections}) == len(form.sections)


def test_questions_have_keys_of_their_own(form):
    for step in (part for part in everything(form) if isinstance(part, Step)):
        keys = [question.key for question in step.questions]
        assert len(set(keys)) == len(keys), step.slug
        assert WORDS_OF_THE_WIZARD & set(keys) == set(), step.slug


def test_every_question_is_read_by_the_builder_or_for_staff_only(form):
    read = set()
    for turn in range(20):  # more than the longest list of choices that a builder asks about
        build_claim(form, one_of_all(form, turn), observe=read.add)

    asked = {path for path, question in form.questions() if not (question.for_staff_only or question.is_local)}
    assert asked - read == set()


def test_question_of_a_jobcenter_can_stand_at_the_end_of_every_section(form):
    places = [section for section in form.sections if takes_questions(section)]
    own = {section.key: (YesNo(f"local_{section.key}", "Hund?", is_local=True),) for section in places}
    course = Course(overlaid(form, Overlay("kreis-1", at_end=own)), {key: {f"local_{key}": True} for key in own})

    assert {slug for slug in slugs_of(form) if slug.startswith(SLUG)} == set()
    assert [answer.section for answer in course.claim(on=TODAY).local_answers] == list(own)
    assert papers_with(form, PAPER) == (["Formblatt"] if form.asks_for_papers else [])


def slugs_of(form):
    return {part.slug for part in everything(form)}


def papers_with(form, paper):
    """The jobcenter's paper among those that an empty draft shows."""
    claim = Course(overlaid(form, Overlay("kreis-1", papers=(paper,) if form.asks_for_papers else ())), {}).claim(
        on=TODAY
    )
    return [str(item.label) for item in evidence_needed(claim) if item.item_id == paper.item_id]


def test_question_for_staff_only_gives_its_reason(form):
    reasons = {path: question.for_staff_only for path, question in form.questions() if question.for_staff_only}

    assert [path for path, reason in reasons.items() if len(reason) < 10] == []


def test_what_is_sensitive_says_why_or_rests_on_law(form):
    bare = [path for path, q in form.questions() if q.sensitive and not (q.basis or q.official or q.why)]

    assert bare == []


def conditions_of(parts, path):
    """Where conditions are allowed: place, whether there is one, its words."""
    for part in parts:
        if isinstance(part, ForEach):
            yield f"{path}.{part.key}", True, part.when
            yield from conditions_of(part.parts, path)
            continue
        comes_up = isinstance(part, Step) and part.page is Page.CONFIRM  # only with something to confirm
        yield part.slug, bool(part.applies_when or part.applies_to or comes_up), part.when
        if isinstance(part, Collection):
            yield from conditions_of(part.steps, path)
            continue
        for question in part.questions:
            yield f"{part.slug}: {question.key}", question.needed_if is not None, question.needed_when


def test_every_condition_has_words_and_only_conditions_have_them(form):
    found = [each for section in form.sections for each in conditions_of(section.parts, section.key)]
    found += [(section.key, True, section.holding.when) for section in form.sections if section.holding]
    lack_words = [place for place, is_conditional, words in found if is_conditional and not str(words)]
    lack_condition = [place for place, is_conditional, words in found if not is_conditional and str(words)]

    assert not lack_words, f"add `when` or `needed_when`: {', '.join(lack_words)}"
    assert not lack_condition, f"always asked, but with words for a condition: {', '.join(lack_condition)}"


@pytest.fixture
def claimant(db, client):
    user = UserFactory()
    client.force_login(user)
    return user


@pytest.fixture
def draft(form, claimant):
    return start_draft(actor=actor_for_user(claimant, purpose="own_case"), form_key=form.key)


def test_it_can_be_begun(form, claimant, client):
    overview = client.get(reverse("applications:overview")).content.decode()

    assert f'name="form" value="{form.key}"' in overview


def test_every_page_of_an_empty_draft_answers(form, draft, client):
    pages = [page.slug for page in walk(form, draft.answers)]
    answers = {slug: client.get(f"/antrag/{draft.pk}/{slug}/").status_code for slug in ["pruefen", *pages]}

    assert answers == dict.fromkeys(answers, 200)
    assert client.get(reverse("applications:tasks", args=[draft.pk])).status_code == 200


def test_papers_are_only_taken_where_they_are_asked_for(form, draft, client):
    address = reverse("applications:evidence", args=[draft.pk])
    has_page = any(page.page is Page.EVIDENCE for page in walk(form, draft.answers))

    assert form.asks_for_papers == has_page
    assert client.get(address).status_code == (200 if has_page else 404)
    assert client.post(address).status_code == (302 if has_page else 404)


def test_empty_draft_is_sent_proved_checked_and_seen(form, draft, client):
    sent = client.post(reverse("applications:send", args=[draft.pk]))
    deliver_due()
    application = Application.objects.get()
    caseworker = StaffMembershipFactory(administrator=True)

    assert client.get(sent["Location"]).status_code == 200
    assert client.get(reverse("applications:status", args=[application.pk])).status_code == 200
    receipt = Receipt.objects.get()
    assert (receipt.issued_at is None, receipt.copy_id is None) == (False, False)
    assert OutboxMessage.objects.exclude(last_error="").count() == 0
    assert not application.findings.filter(rule_id__startswith="SYS").exists()
    client.force_login(caseworker.user)
    assert client.get(reverse("desk:application", args=[application.pk])).status_code == 200
    assert Draft.objects.get().submission is not None
