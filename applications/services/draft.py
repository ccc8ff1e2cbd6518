"""Begin and fill in drafts."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from applications.catalogue.compose import compose, current_version
from applications.catalogue.structure import ApplicationType, Collection, Page
from applications.catalogue.values import Stored, new_id, step_version, values_at, with_values, without_item
from applications.catalogue.walk import Place, StepInstance
from applications.claim.answers import OF_AN_ITEM
from applications.domain.draft import begins_editing_period, expiry, prefilled_answers
from applications.domain.draft_answers import store_answers
from applications.domain.on_file import papers_on_file
from applications.domain.renewal import what_holds_on
from applications.errors import DraftClosed, FormNotOffered, NotAllowed, StepChangedElsewhere, TooManyItems
from applications.events import DRAFT_EDITED, DRAFT_STARTED
from applications.models import Application, Draft
from applications.permissions.application import may_follow_up
from applications.permissions.draft import may_fill_in
from applications.selectors.application import sent_answers_of
from applications.selectors.continuing import application_to_continue
from applications.selectors.grant_period import period_known_to
from applications.selectors.local_settings import offer_on
from applications.selectors.matter import ids_of_matter
from applications.selectors.sent_before import sent_before
from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor, Case
from portal.cases.services import case_to_fill_in
from portal.law.dates import day_of

TRIES = 5  # saves of different pages in the same moment; the loser reads again
EVIDENCE = "evidence"


@transaction.atomic
def start_draft(
    *, actor: Actor, form_key: str, follows: Application | None = None, first: Mapping[str, Any] | None = None
) -> Draft:
    """The open draft of this form for whom the actor is or acts; begins one, and a prospective case if there is none.

    It begins with what still holds of what was sent before, as far as the actor may read that or follows it up, in the
    version that the jobcenter has set up. ``follows``, which the actor may see, is the application that it adds to or
    continues; without one it is the short application this form goes on with. A draft that follows none is taken for
    it. ``first`` holds sections that a new draft begins with besides. Raises NotAllowed for staff, for guests without a
    code and for those who may not fill in, FormNotOffered where the jobcenter has switched the form off, and
    UnknownForm.
    """
    case, person_id = owner_of_new_draft(actor, follows)
    found = open_draft(case.pk, form_key, follows)
    form = compose(form_key, current_version(form_key))
    follows = follows or application_to_continue(case.pk, person_id, form)
    if found is not None and follows is not None and found.follows_id is None:
        found.follows = follows
        found.save(update_fields=["follows"])
    if found is not None:
        return found
    now = timezone.now()
    offer = offer_on(case, day_of(now))
    if not offer.includes(form_key):
        raise FormNotOffered
    form = compose(form_key, form.version, offer.version)
    answers = prefilled_answers(form, now, sent_answers_of(actor, person_id)) | dict(first or {})
    matter = ids_of_matter(follows) if follows is not None else frozenset()
    sent = sent_before(actor, person_id, matter) if form.asks_for_papers else []
    answers |= papers_on_file(form, answers, sent=sent, on=day_of(now), matter=matter)
    if form.confirms:
        period = period_known_to(actor, case.pk)
        answers |= what_holds_on(form, answers, sent=sent, period=period, on=day_of(now))
    return begin_draft(actor, case.pk, person_id, form, answers, follows=follows)


def owner_of_new_draft(actor: Actor, follows: Application | None) -> tuple[Case, UUID]:
    """Case and person of a new draft: where it follows something, the same as there."""
    if follows is not None:
        if not may_follow_up(actor=actor, application=follows):
            raise NotAllowed
        return follows.case, follows.person_id
    try:
        case, person = case_to_fill_in(actor=actor)
    except NotPermitted:
        raise NotAllowed from None
    return case, person.pk


def open_draft(
    case_id: UUID, form_key: str, follows: Application | None, *, is_correction: bool = False
) -> Draft | None:
    """The open draft of this form; where it follows something, the one that does, else one that follows nothing."""
    drafts = Draft.objects.filter(
        case_id=case_id, form_key=form_key, cleared_at__isnull=True, is_correction=is_correction
    )
    if follows is None:
        return drafts.order_by(F("follows").asc(nulls_first=True), "-updated_at").first()
    found = drafts.filter(follows=follows).first()
    return found if found or is_correction else drafts.filter(follows=None).first()


def begin_draft(
    actor: Actor,
    case_id: UUID,
    person_id: UUID,
    form: ApplicationType,
    answers: Stored,
    *,
    follows: Application | None,
    is_correction: bool = False,
) -> Draft:
    """Insert, or return the one that a second tap has just inserted."""
    now = timezone.now()
    draft = Draft(
        case_id=case_id,
        person_id=person_id,
        form_key=form.key,
        catalogue_version=form.version,
        overlay_version=form.overlay_version,
        created_at=now,
        updated_at=now,
        touched_by_standing_id=actor.acting_standing_id,
        expires_at=expiry(now),
        follows=follows,
        is_correction=is_correction,
        answers=answers,
    )
    try:
        with transaction.atomic():
            draft.save(force_insert=True)
    except IntegrityError:
        found = open_draft(case_id, form.key, follows, is_correction=is_correction)
        if found is None:  # a guest's case that was cleared away at this moment
            raise NotAllowed from None
        return found
    record(actor, DRAFT_STARTED, subject=draft, case_id=case_id)
    return draft


def save_step(
    *, actor: Actor, draft: Draft, step: StepInstance, answers: Mapping[str, Any], expected_version: str | None = None
) -> Draft:
    """Save the values of one page; `answers` by question, null for what was left empty.

    `expected_version` is the page's version as it was shown (`step_version`). Another page saved in another window is
    no conflict; the same page is: StepChangedElsewhere, and nothing is overwritten. Raises NotAllowed, DraftClosed.
    """
    keys = step.keys

    def change(stored: Stored) -> Stored:
        there = {key: values_at(stored, step.place).get(key) for key in keys}
        if expected_version not in {None, step_version(stored, step.place, keys)} and there != dict(answers):
            raise StepChangedElsewhere(there)
        if step.page is Page.NOTICE:
            return _seen(stored, step.slug)
        return with_values(stored, step.place, answers)

    return _change(actor, draft, change, step.slug)


def add_item(*, actor: Actor, draft: Draft, collection: StepInstance) -> tuple[Draft, str]:
    """Add an empty item to a list; returns its id. Raises NotAllowed, DraftClosed and TooManyItems.

    An item of which nothing was saved yet is taken again: a second tap and a page sent twice add nothing.
    """
    item_id = new_id()
    place = collection.place

    def change(stored: Stored) -> Stored:
        items = (stored.get(place.section) or {}).get(place.group) or ()
        nonlocal item_id
        owned = [item for item in items if item.get("person", "") == place.owner]
        if blank := [item["id"] for item in owned if item.keys() <= OF_AN_ITEM]:
            item_id = blank[-1]
            return stored
        if isinstance(collection.step, Collection) and len(owned) >= collection.step.most:
            raise TooManyItems
        return with_values(stored, Place(place.section, place.group, item_id, place.owner), {})

    return _change(actor, draft, change, collection.slug), item_id


def remove_item(*, actor: Actor, draft: Draft, collection: StepInstance, item_id: str) -> Draft:
    """Remove an item and what hangs on it; removing twice is the same as once. Raises NotAllowed and DraftClosed."""
    place = Place(collection.place.section, collection.place.group, item_id, collection.place.owner)
    return _change(actor, draft, lambda stored: without_item(stored, place), collection.slug)


def save_proof(*, actor: Actor, draft: Draft, proof_id: str, change: Callable[[Stored], Stored], slug: str) -> Draft:
    """Change one line of the page of papers: `change` gets its values and returns them anew. Raises as `save_step`."""
    place = Place(EVIDENCE, "proofs", proof_id)

    def applied(stored: Stored) -> Stored:
        return with_values(stored, place, change(dict(values_at(stored, place))))

    return _change(actor, draft, applied, slug)


def mark_seen(*, actor: Actor, draft: Draft, slug: str) -> Draft:
    """Note that a page without questions was passed. Raises NotAllowed and DraftClosed."""
    return _change(actor, draft, lambda stored: _seen(stored, slug), slug)


def _seen(stored: Stored, slug: str) -> Stored:
    return {**stored, "seen": sorted({*(stored.get("seen") or ()), slug})}


def take_answers(*, actor: Actor, draft: Draft, answers: Stored) -> Draft:
    """Put answers, by section and question, over those that are there. Raises NotAllowed and DraftClosed."""

    def change(stored: Stored) -> Stored:
        merged = {key: {**(stored.get(key) or {}), **values} for key, values in answers.items()}
        return {**stored, **merged}

    return _change(actor, draft, change, draft.last_step)


def _change(actor: Actor, draft: Draft, change: Callable[[Stored], Stored], slug: str) -> Draft:
    """Apply a change to the answers as they are now, again when another window was faster.

    No transaction: one conditional UPDATE is all that changes. The audit event of a new editing period is written
    before it, so that no change is ever without its event.
    """
    if not may_fill_in(actor=actor, draft=draft):
        raise NotAllowed
    for tried in range(TRIES):
        if not draft.is_open:
            raise DraftClosed
        changed, now = change(draft.answers), timezone.now()
        if changed == draft.answers and draft.last_step == slug:
            return draft
        by = actor.acting_standing_id
        if tried == 0 and begins_editing_period(draft, now, by):
            record(actor, DRAFT_EDITED, subject=draft, case_id=draft.case_id)
        if store_answers(draft=draft, answers=changed, slug=slug, at=now, by=by):
            return draft
        draft = Draft.objects.get(pk=draft.pk)
    raise StepChangedElsewhere({})
