"""What the templates of the wizard's pages need."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from msgspec import Struct

from applications.catalogue.progress import missing_in, position
from applications.catalogue.structure import ApplicationType, Collection, Page
from applications.catalogue.summary import words
from applications.catalogue.values import step_version
from applications.catalogue.walk import StepInstance, following, preceding, section_with
from applications.claim.effect import starts_after
from applications.domain.draft import Course
from applications.domain.evidence import EvidenceCount
from applications.forms.step import StepForm
from applications.models import Draft
from applications.permissions.draft import may_send
from applications.views.confirm import parts_to_confirm
from portal.cases.enums import Scope
from portal.cases.models import Actor
from portal.cases.selectors import holders_in_words
from portal.law.dates import effective_from, month_end

AT = "stelle"  # names the page whose answers the review shows unfolded


class Item(Struct, frozen=True):
    """One line of a list."""

    id: str
    title: str
    url: str
    remove_url: str
    missing: int


def page_context(
    draft: Draft, course: Course, here: StepInstance, form: StepForm, request: HttpRequest
) -> dict[str, Any]:
    """Context of a page with questions, a list or a notice."""
    where = position(course.walked, here)
    before = preceding(course.walked, here.slug)
    context: dict[str, Any] = {
        "draft": draft,
        "here": here,
        "form": form,
        "position": where,
        "version": form.data.get("version") or step_version(draft.answers, here.place, here.keys),
        "notes": here.notes,
        "back_url": step_url(draft.pk, before.slug) if before else tasks_url(draft.pk),
        "tasks_url": tasks_url(draft.pk),
        "from_review": request.GET.get("zurueck") == "pruefen" or request.POST.get("zurueck") == "pruefen",
    }
    if here.page is Page.CONFIRM:
        context["parts"] = parts_to_confirm(course, here, form)
    if here.page is Page.LIST:
        after = following(course.walked, here.slug)
        next_url = step_url(draft.pk, after.slug) if after else reverse("applications:review", args=[draft.pk])
        context |= {"items": items_of(draft.pk, course, here), "next_url": next_url, "collection": here.step}
    return context


def last_hand(draft: Draft, actor: Actor) -> str:
    """Who has saved last, where it was not the reader: the person, or somebody who acts for her. At most one query."""
    by = draft.touched_by_standing_id
    if by == actor.acting_standing_id or draft.version == 0:
        return ""
    return holders_in_words([by]).get(by, _("der Person selbst"))


def items_of(draft_id: UUID, course: Course, here: StepInstance) -> tuple[Item, ...]:
    """The items of a list page, with where to edit them and how much is missing."""
    pages: dict[str, list[StepInstance]] = {}
    for instance in section_with(course.walked, here.slug):
        if instance.list_slug == here.slug:
            pages.setdefault(instance.place.item, []).append(instance)
    fallback = here.step.one if isinstance(here.step, Collection) else ""
    return tuple(
        Item(
            item_id,
            str(found[0].name or fallback),
            step_url(draft_id, found[0].slug),
            f"{step_url(draft_id, here.slug)}entfernen/{item_id}/",
            sum(len(missing_in(page, course.stored)) for page in found),
        )
        for item_id, found in pages.items()
    )


def counting_dates(
    form: ApplicationType,
    today: date,
    granted_until: date | None = None,
    *,
    is_correction: bool = False,
    secured: date | None = None,
) -> dict[str, date]:
    """From when an application sent today counts, and until when that is so.

    Nothing for what is no application, and for a correction: what it corrects counts from when that came in.
    `granted_until`: the last day of the period that a renewal follows. `secured`: the day of a shorter one that this
    one goes on with. Then the date is safe, whenever it is sent.
    """
    if not form.counts_from_first or is_correction:
        return {}
    if secured is not None:
        return {"counts_from": effective_from(min(secured, today)), "secured_on": secured}
    return {
        "counts_from": starts_after(granted_until, effective_from(today)),
        "counts_until": max(month_end(today), granted_until or date.min),
    }


def secured_on(actor: Actor, course: Course, draft: Draft) -> date | None:
    """The day of the application that this draft goes on with, for who may know that one was sent."""
    return course.secured_on if actor.may(Scope.READ_DECISIONS, draft.case_id) else None


def offers_to_secure(actor: Actor, course: Course, draft: Draft) -> bool:
    """Whether the date can be secured first by a shorter application, and is not yet."""
    can = bool(course.form.continues) and may_send(actor=actor, draft=draft)
    return can and course.secured_on is None


def stored_words(course: Course, here: StepInstance, stored: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Label and answer for values that another window has saved."""
    return [
        (str(question.label), words(question, stored.get(question.key), course.people)) for question in here.questions
    ]


def papers_to_come(count: EvidenceCount) -> str:
    """What is still to come, in words; "" when that is nothing."""
    if count.open:
        return ngettext("%(number)s fehlt noch", "%(number)s fehlen noch", count.open) % {"number": count.open}
    if count.later:
        return ngettext("%(number)s kommt später", "%(number)s kommen später", count.later) % {"number": count.later}
    return ""


def review_url(draft_id: UUID, slug: str) -> str:
    """The review at the answers of this page: in the query for us, as fragment for the browser."""
    return f"{reverse('applications:review', args=[draft_id])}?{AT}={slug}#{slug}"


def step_url(draft_id: UUID, slug: str) -> str:
    """The address of a page. Put together: `reverse` takes 30 times as long, and the review asks for 70."""
    return f"{tasks_url(draft_id)}{slug}/"


def tasks_url(draft_id: UUID) -> str:
    """The address of the task list."""
    return _pattern(get_script_prefix()) % draft_id


@lru_cache(maxsize=64)
def _pattern(_space: str) -> str:
    """The address of a task list with a gap for the draft, in this space."""
    nobody = UUID(int=0)
    return reverse("applications:tasks", args=[nobody]).replace(str(nobody), "%s")
