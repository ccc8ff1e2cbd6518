"""What is missing and how far somebody is: per page and per section. Every page saved once counts as visited."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import groupby
from typing import Any

from msgspec import Struct

from applications.catalogue.question import Question, is_answered
from applications.catalogue.structure import Page, Section
from applications.catalogue.values import values_at
from applications.catalogue.walk import StepInstance, Walk


class SectionState(StrEnum):
    """How far a section is."""

    UNTOUCHED = "untouched"
    PREFILLED = "prefilled"  # no page was seen, but there are answers from before
    STARTED = "started"
    INCOMPLETE = "incomplete"  # every page was seen, answers are missing
    DONE = "done"


class SectionProgress(Struct, frozen=True):
    """One line of the task list. `first` is where "continue" leads: the first page with something to do.

    `is_held`: nobody is led through it, it is only to be confirmed, in a section of its own.
    """

    section: Section
    state: SectionState
    missing: int
    first: StepInstance
    is_held: bool = False


class Missing(Struct, frozen=True):
    """Something that is not answered yet: the question; None for a list without an item and a section to confirm."""

    instance: StepInstance
    question: Question | None
    section: Section | None = None

    @property
    def label(self) -> str:
        """What is missing, in words."""
        if self.section is not None:
            return str(self.section.title)
        return str(self.question.label) if self.question else str(getattr(self.instance.step, "empty", ""))


def missing_in(instance: StepInstance, stored: Mapping[str, Any]) -> tuple[Missing, ...]:
    """Needed questions of a page without an answer; an empty list counts once. Papers are counted by the claim.

    Of a section that is only to be confirmed, the tick is missing, and then what was left open before.
    """
    if not instance.counts:
        return ()
    if instance.page is Page.CONFIRM:
        return tuple(Missing(instance, None, held.section) for held in instance.to_confirm if not held.is_confirmed)
    if instance.page is Page.LIST:
        return () if _items(instance, stored) else (Missing(instance, None),)
    values = values_at(stored, instance.place)
    return tuple(
        Missing(instance, question)
        for question in instance.questions
        if not is_answered(values.get(question.key)) and is_due(question, instance)
    )


def is_due(question: Question, instance: StepInstance) -> bool:
    """Whether an answer is needed here. What is true for once only is not asked where nothing has changed."""
    return question.is_needed(instance.own) and (question.carried or not instance.is_held)


def is_visited(instance: StepInstance, stored: Mapping[str, Any]) -> bool:
    """Whether the page was saved: saving writes every key of the page, null where nothing was answered.

    Pages without questions are noted as seen; something said about a paper counts as that, too.
    """
    if instance.is_held:
        return True
    if instance.page is Page.LIST:
        return bool(_items(instance, stored))
    values = values_at(stored, instance.place)
    if not instance.asks:
        return instance.slug in (stored.get("seen") or ()) or bool(values.get("proofs"))
    return all(question.key in values for question in instance.questions)


def progress(
    walked: Iterable[StepInstance], stored: Mapping[str, Any], *, open_papers: int = 0
) -> tuple[SectionProgress, ...]:
    """All sections that have pages, in order. `open_papers`, counted by the claim, are missing on the page of papers."""
    by_section = groupby(walked, key=lambda instance: instance.section)
    return tuple(_section(section, tuple(instances), stored, open_papers) for section, instances in by_section)


def came_up(walked: Iterable[StepInstance], stored: Mapping[str, Any]) -> Counter[str]:
    """By section, pages that nobody has seen although later ones were: another answer has made them necessary.

    Only pages with a condition or for one person or thing count: what everybody is asked cannot come up.
    """
    found: Counter[str] = Counter()
    waiting: Counter[str] = Counter()
    for instance in walked:
        if instance.page is not Page.FORM or instance.list_slug:
            continue
        if is_visited(instance, stored):
            found += waiting
            waiting.clear()
        elif _is_conditional(instance):
            waiting[instance.section.key] += 1
    return found


def _is_conditional(instance: StepInstance) -> bool:
    step = instance.step
    return bool(instance.place.item) or step.applies_when is not None or step.applies_to is not None


class Position(Struct, frozen=True):
    """`Schritt number von count` in the section; `done` of `total` parts of the whole form lie behind.

    Sections count the same, without pages, too, and each has `count` parts here: nobody has to walk through all the
    others to know how far a page is, and the bar does not shrink when a person is added.
    """

    number: int
    count: int
    done: int
    total: int


def position(walked: Walk, here: StepInstance) -> Position:
    """Where a page stands; pages of an item count as their list."""
    slug = here.list_slug or here.slug
    own = walked.number_of(slug) or 0
    course = [instance.slug for instance in walked.main_course(own, here)]
    number, count = course.index(slug), len(course)
    way = [each for each, _pages in enumerate(walked.sections()) if each not in walked.held or each == own]
    return Position(number + 1, count, way.index(own) * count + number, len(way) * count)


def _section(
    section: Section, instances: tuple[StepInstance, ...], stored: Mapping[str, Any], open_papers: int
) -> SectionProgress:
    visited = [is_visited(instance, stored) for instance in instances]
    missing = [
        open_papers if instance.page is Page.EVIDENCE else len(missing_in(instance, stored)) for instance in instances
    ]
    total = sum(missing)
    if not any(visited):
        is_prefilled = any(_has_answer(instance, stored) for instance in instances)
        state = SectionState.PREFILLED if is_prefilled else SectionState.UNTOUCHED
    elif all(seen or instance.page is Page.LIST for seen, instance in zip(visited, instances, strict=True)):
        state = SectionState.INCOMPLETE if total else SectionState.DONE
    else:
        state = SectionState.STARTED
    to_do = (i for i, seen, lacks in zip(instances, visited, missing, strict=True) if lacks or not seen)
    return SectionProgress(section, state, total, next(to_do, instances[0]), instances[0].is_held)


def _has_answer(instance: StepInstance, stored: Mapping[str, Any]) -> bool:
    values = values_at(stored, instance.place) if instance.asks else {}
    return any(is_answered(values.get(question.key)) for question in instance.questions)


def _items(instance: StepInstance, stored: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Items of the list page, of its person where the list belongs to one."""
    place = instance.place
    items = (stored.get(place.section) or {}).get(place.group) or ()
    return [item for item in items if item.get("person", "") == place.owner]
