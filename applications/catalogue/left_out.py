"""Answers that are kept in the draft but no longer asked for: they are not sent, and the review says so."""

from collections.abc import Iterator, Mapping
from typing import Any

from applications.catalogue.question import People, is_answered
from applications.catalogue.structure import ApplicationType, Collection, ForEach, Section, Step
from applications.catalogue.summary import SummaryBlock, SummaryEntry, words
from applications.catalogue.values import values_at
from applications.catalogue.walk import Place


def left_out(
    form: ApplicationType, stored: Mapping[str, Any], counted: Mapping[str, Any], people: People
) -> tuple[SummaryBlock, ...]:
    """Everything answered in `stored` that is not in `counted`, by page, in the order of the form."""
    blocks = (
        _block(step, place, stored, counted, people)
        for section in form.sections
        for step, place in _places(section, stored)
    )
    return tuple(block for block in blocks if block.entries)


def _places(section: Section, stored: Mapping[str, Any]) -> Iterator[tuple[Step, Place]]:
    """Every page of a section, asked or not, with where its answers may lie: once, or once for each item."""
    for part in section.parts:
        if isinstance(part, Step):
            yield part, Place(section.key)
        elif isinstance(part, Collection):
            yield from _of_items(section, part.key, part.steps, stored)
        else:
            yield from _for_each(section, part, stored)


def _for_each(section: Section, repeated: ForEach, stored: Mapping[str, Any]) -> Iterator[tuple[Step, Place]]:
    yield from _of_items(section, repeated.key, [part for part in repeated.parts if isinstance(part, Step)], stored)
    for part in repeated.parts:
        if isinstance(part, Collection):
            yield from _of_items(section, part.key, part.steps, stored)


def _of_items(
    section: Section, group: str, steps: tuple[Step, ...] | list[Step], stored: Mapping[str, Any]
) -> Iterator[tuple[Step, Place]]:
    for item in (stored.get(section.key) or {}).get(group) or ():
        place = Place(section.key, group, item["id"], item.get("person", ""))
        yield from ((step, place) for step in steps)


def _block(
    step: Step, place: Place, stored: Mapping[str, Any], counted: Mapping[str, Any], people: People
) -> SummaryBlock:
    said, sent = values_at(stored, place), values_at(counted, place)
    entries = tuple(
        SummaryEntry(question.label, words(question, said[question.key], people), place.address(question.key))
        for question in step.questions
        if is_answered(said.get(question.key)) and not is_answered(sent.get(question.key))
    )
    name = people.get(place.owner or place.item, "")
    title = str(step.named) % {"name": name} if name and step.named else str(step.title)
    return SummaryBlock(step.slug, title, entries, bool(place.item))
