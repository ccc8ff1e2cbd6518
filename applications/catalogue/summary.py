"""All answers in plain words, grouped as the form is: for the review page and for the receipt."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from msgspec import Struct

from applications.catalogue.applicable import said
from applications.catalogue.progress import is_due
from applications.catalogue.question import People, Question, Words, is_answered
from applications.catalogue.structure import Section
from applications.catalogue.walk import StepInstance


class SummaryEntry(Struct, frozen=True):
    """One question with its answer in words; "" means not answered. `address` is where the answer lies."""

    label: Words
    value: str
    address: str


class SummaryBlock(Struct, frozen=True):
    """The answers of one page. `slug` leads to it; `title` is the page's heading, with the name of person or thing."""

    slug: str
    title: str
    entries: tuple[SummaryEntry, ...]
    is_item: bool  # about one person or thing


class SummarySection(Struct, frozen=True):
    """One section of the form."""

    section: Section
    blocks: tuple[SummaryBlock, ...]


def summarise(walked: Iterable[StepInstance], stored: Mapping[str, Any], people: People) -> tuple[SummarySection, ...]:
    """Every page with questions whose answers are sent, in the order of the form. A follow-up question that was not due
    is left out.
    """
    found = []
    for section, instances in groupby(walked, key=lambda instance: instance.section):
        found.append(SummarySection(section, blocks_of((each for each in instances if each.counts), stored, people)))
    return tuple(part for part in found if part.blocks)


def blocks_of(instances: Iterable[StepInstance], stored: Mapping[str, Any], people: People) -> tuple[SummaryBlock, ...]:
    """One block for every page on which something was asked, sent or not."""
    blocks = [_block(instance, stored, people) for instance in instances if instance.asks]
    return tuple(block for block in blocks if block.entries)


def _block(instance: StepInstance, stored: Mapping[str, Any], people: People) -> SummaryBlock:
    values = said(instance, stored)
    entries = tuple(
        SummaryEntry(
            question.label, words(question, values.get(question.key), people), instance.place.address(question.key)
        )
        for question in instance.questions
        if is_answered(values.get(question.key)) or is_due(question, instance)
    )
    return SummaryBlock(instance.slug, instance.heading, entries, bool(instance.place.item))


def words(question: Question, stored: Any, people: People) -> str:
    """The answer in words, "" when there is none."""
    return question.show(stored, people) if is_answered(stored) else ""
