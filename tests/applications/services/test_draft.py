import datetime

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from applications.catalogue.compose import UnknownForm
from applications.catalogue.main_application import FORM
from applications.catalogue.values import step_version
from applications.catalogue.walk import find, walk
from applications.errors import DraftClosed, NotAllowed, StepChangedElsewhere, TooManyItems
from applications.models import Draft
from applications.services.draft import add_item, mark_seen, remove_item, save_proof, save_step, start_draft
from portal.audit.models import AuditEvent
from portal.cases.models import system_actor
from portal.cases.selectors import actor_for_user
from tests.factories.accounts import UserFactory
from tests.factories.applications import DraftFactory
from tests.factories.cases import StandingFactory, claimant_actor, helper_actor
from tests.factories.personas import P02, P03, fresh
from tests.factories.renewals import household
from tests.factories.triage import ApplicationFactory

pytestmark = pytest.mark.django_db

CONTACT = {"phone": "+4930123456", "email": None}


def page(draft, slug):
    return find(walk(FORM, draft.answers), slug)


def save(draft, slug, answers, **more):
    return save_step(actor=claimant_actor(draft.case), draft=draft, step=page(draft, slug), answers=answers, **more)


def test_start_draft_freezes_form_and_day():
    with time_machine.travel(datetime.datetime(2026, 11, 16, 23, 30, tzinfo=datetime.UTC)):
        draft = start_draft(actor=actor_for_user(UserFactory(), purpose="test"), form_key="main_application")

    assert draft.catalogue_version == FORM.version
    assert Draft.objects.get().answers == {"started_on": "2026-11-17"}
    assert AuditEvent.objects.filter(event="draft.started", case_id=draft.case_id).count() == 1


def test_start_draft_is_for_people_with_an_account():
    with pytest.raises(NotAllowed):
        start_draft(actor=system_actor("test"), form_key="main_application")


def test_start_draft_knows_its_forms():
    with pytest.raises(UnknownForm):
        start_draft(actor=actor_for_user(UserFactory(), purpose="test"), form_key="x")


def test_save_step_writes_answers_version_and_place():
    draft = save(DraftFactory(), "kontakt", CONTACT)

    stored = Draft.objects.get()
    assert (stored.answers["you"], stored.version, stored.last_step) == (CONTACT, 1, "kontakt")
    assert draft.version == 1


def test_save_step_moves_the_expiry():
    with time_machine.travel(datetime.datetime(2026, 11, 16, 12, tzinfo=datetime.UTC), tick=False):
        save(DraftFactory(), "kontakt", CONTACT)

    assert Draft.objects.get().expires_at == datetime.datetime(2026, 12, 16, 12, tzinfo=datetime.UTC)


def test_save_step_that_changes_nothing_writes_nothing():
    draft = save(DraftFactory(), "kontakt", CONTACT)
    save(draft, "kontakt", CONTACT)

    assert Draft.objects.get().version == 1


def test_save_step_of_another_page_saved_meanwhile_joins_both():
    stale = DraftFactory()
    save(Draft.objects.get(), "kontakt", CONTACT)

    save(stale, "familienstand", {"marital_status": "single"})

    assert Draft.objects.get().answers["you"] == CONTACT | {"marital_status": "single"}


def test_save_step_of_the_same_page_saved_meanwhile_keeps_the_stored_one():
    stale = DraftFactory()
    shown = step_version(stale.answers, page(stale, "kontakt").place, ("phone", "email"))
    save(Draft.objects.get(), "kontakt", CONTACT)

    with pytest.raises(StepChangedElsewhere) as conflict:
        save(stale, "kontakt", {"phone": None, "email": "a@example.org"}, expected_version=shown)

    assert conflict.value.stored == CONTACT
    assert Draft.objects.get().answers["you"] == CONTACT


def test_save_step_of_the_same_values_is_no_conflict():
    draft = save(DraftFactory(), "kontakt", CONTACT)

    assert save(draft, "kontakt", CONTACT, expected_version="0" * 16).answers["you"] == CONTACT


def test_closed_draft_takes_no_answers():
    draft = DraftFactory(answers={}, cleared_at=timezone.now())

    with pytest.raises(DraftClosed):
        save(draft, "kontakt", CONTACT)


def test_stranger_may_not_save():
    draft = DraftFactory()

    with pytest.raises(NotAllowed):
        save_step(
            actor=actor_for_user(UserFactory(), purpose="test"), draft=draft, step=page(draft, "name"), answers={}
        )


def test_add_item_and_remove_item():
    draft = DraftFactory(answers=fresh(P02))
    actor = claimant_actor(draft.case)
    draft, item_id = add_item(actor=actor, draft=draft, collection=page(draft, "geld-und-konten"))
    assert [item["id"] for item in draft.answers["assets"]["money"]] == ["a1", item_id]

    draft = remove_item(actor=actor, draft=draft, collection=page(draft, "geld-und-konten"), item_id="a1")
    assert [item["id"] for item in draft.answers["assets"]["money"]] == [item_id]


def test_add_item_knows_when_it_is_enough():
    answers = fresh(P02)
    answers["assets"]["money"] = [{"id": f"a{number}", "kind": None} for number in range(20)]
    draft = DraftFactory(answers=answers)

    with pytest.raises(TooManyItems):
        add_item(actor=claimant_actor(draft.case), draft=draft, collection=page(draft, "geld-und-konten"))


def test_mark_seen_is_kept_once():
    draft = DraftFactory()
    for _ in range(2):
        draft = mark_seen(actor=claimant_actor(draft.case), draft=draft, slug="hilfe-sofort")

    assert Draft.objects.get().answers["seen"] == ["hilfe-sofort"]
    assert Draft.objects.get().version == 1


def test_save_proof_changes_one_line():
    draft = DraftFactory(answers={"evidence": {"proofs": [{"id": "LEASE", "class": "LEASE"}]}})

    save_proof(
        actor=claimant_actor(draft.case),
        draft=draft,
        proof_id="LEASE",
        change=lambda old: old | {"choice": "later"},
        slug="unterlagen",
    )

    assert Draft.objects.get().answers["evidence"]["proofs"] == [{"id": "LEASE", "class": "LEASE", "choice": "later"}]


def test_answers_are_encrypted_at_rest():
    save(DraftFactory(), "kontakt", {"phone": None, "email": "miriam@example.org"})
    with connection.cursor() as cursor:
        cursor.execute("SELECT answers FROM applications_draft")
        stored = bytes(cursor.fetchone()[0])

    assert b"miriam" not in stored


def test_draft_knows_who_saved_last_and_each_hand_has_its_event():
    draft = DraftFactory()
    helping = StandingFactory(helper=True, person=draft.person)
    save(draft, "kontakt", CONTACT)
    draft.refresh_from_db()
    save_step(actor=helper_actor(helping), draft=draft, step=page(draft, "kontakt"), answers=CONTACT | {"phone": None})
    draft.refresh_from_db()
    assert draft.touched_by_standing_id == helping.pk
    save(draft, "kontakt", CONTACT)
    draft.refresh_from_db()
    assert draft.touched_by_standing_id is None
    roles = AuditEvent.objects.filter(event="draft.edited").order_by("id").values_list("role", flat=True)
    assert list(roles) == ["claimant", "helper", "claimant"]


def test_draft_that_a_helper_begins_is_theirs_until_the_person_saves():
    helping = StandingFactory(helper=True)
    draft = start_draft(actor=helper_actor(helping), form_key="main_application")
    assert draft.touched_by_standing_id == helping.pk


def test_draft_that_follows_nothing_is_taken_for_what_is_continued():
    application = ApplicationFactory()
    actor = claimant_actor(application.case)
    begun = start_draft(actor=actor, form_key="main_application")

    found = start_draft(actor=actor, form_key="main_application", follows=application)

    assert found == begun
    assert found.follows == application
    assert start_draft(actor=actor, form_key="main_application") == begun


@pytest.mark.parametrize("form_key", ["main_application", "renewal", "initial_equipment"])
def test_draft_knows_the_papers_that_were_sent_before(form_key):
    user, _application = household(P03, papers=("LEASE",))

    draft = start_draft(actor=actor_for_user(user, purpose="own_case"), form_key=form_key)

    assert [(each["class"], each["counts"]) for each in draft.answers["on_file"]] == [("LEASE", True)]


def test_form_without_papers_looks_for_none():
    user, _application = household(P03, papers=("LEASE",))

    draft = start_draft(actor=actor_for_user(user, purpose="own_case"), form_key="quick_application")

    assert "on_file" not in draft.answers
