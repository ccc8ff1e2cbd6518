"""What an application says about one member of the household, and nothing else."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec import Struct

from applications.catalogue.summary import summarise
from applications.catalogue.walk import StepInstance
from applications.domain.draft import course_of
from applications.models import Draft
from portal.cases.models import Person
from portal.submissions.models import Submission

# What the applicant has said in confidence stands on pages about others, too: who asks may be the one they fear.
IN_CONFIDENCE = frozenset({"maintenance_unsafe"})
_PARTS_OF_AN_ITEM = 4  # section.list.item.question


class OwnBlock(Struct, frozen=True):
    """Answers of one page about the person: heading, and pairs of question and answer."""

    title: str
    entries: tuple[tuple[str, str], ...]


def said_about(draft: Draft, person: Person) -> list[OwnBlock]:
    """Return what is said about the person: in the draft as it is now, or as it was sent. Empty when nothing is.

    Only pages about the person and about things that belong to the person; nothing of the household as a whole.
    """
    if not person.answer_id:
        return []
    if draft.submission is not None:
        return list(_sent(draft.submission, person.answer_id))
    course = course_of(draft)
    pages = [page for page in course.walked if _is_about(page, person.answer_id)]
    blocks = (block for section in summarise(pages, course.stored, course.people) for block in section.blocks)
    shown = (OwnBlock(block.title, _open(block.entries, lambda entry: entry.address)) for block in blocks)
    return [block for block in shown if block.entries]


def _is_about(page: StepInstance, answer_id: str) -> bool:
    return answer_id in {page.place.item, page.place.owner}


def _sent(submission: Submission, answer_id: str) -> Iterator[OwnBlock]:
    own = {answer_id, *_things_of(submission.data, answer_id)}
    for section in submission.parsed_content().sections:
        for group in section.groups:
            about = [entry for entry in group.entries if _item(entry.place) in own]
            entries = _open(about, lambda entry: entry.place)
            if entries:
                yield OwnBlock(group.title, entries)


def _open(entries: Iterable[Any], address: Callable[[Any], str]) -> tuple[tuple[str, str], ...]:
    """What is answered and was not said in confidence."""
    said = (entry for entry in entries if entry.value and address(entry).rpartition(".")[2] not in IN_CONFIDENCE)
    return tuple((str(entry.label), entry.value) for entry in said)


def _item(place: str) -> str:
    parts = place.split(".")
    return parts[2] if len(parts) == _PARTS_OF_AN_ITEM else ""


def _things_of(data: Any, answer_id: str) -> Iterator[str]:
    """Ids of everything in the stored claim that belongs to the person: income, assets, papers."""
    if isinstance(data, dict):
        if data.get("person_id") == answer_id and data.get("id"):
            yield str(data["id"])
        data = list(data.values())
    if isinstance(data, list):
        for each in data:
            yield from _things_of(each, answer_id)
