"""What a new form begins with: answers that still hold, from what the person has sent before, and what is known so."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from applications.catalogue.question import Question, is_answered
from applications.catalogue.structure import ApplicationType, Collection, Origin, Page, Section
from applications.catalogue.values import Stored, values_at
from applications.catalogue.walk import StepInstance, walk
from applications.claim.answers import OF_AN_ITEM, Layout


def carried_over(form: ApplicationType, earlier: Iterable[Mapping[str, Any]]) -> Stored:
    """The answers of earlier forms that this form asks again, where their section is `carried`.

    `earlier` are answers as they were sent, the newest first; of each question and of each list the newest that says
    something counts. Ids of people and things stay, so what hangs on them still does.
    """
    sent = tuple(earlier)
    found = {section.key: _section(section, sent) for section in form.sections if section.carried}
    return {key: values for key, values in found.items() if values}


def known_sections(form: ApplicationType, carried: Mapping[str, Any]) -> list[str]:
    """The sections of which the carried answers say something on every page that is asked, in the order of the form.

    An answer that is missing is shown and asked for; a page of which nobody has ever said anything must be seen. So it
    is with an address alone, from a short form, and with what is asked since a child has turned 15.
    """
    holding = [section.key for section in form.sections if section.holding is not None]
    unknown = {page.section.key for page in walk(form, carried) if not _is_told(page, carried)}
    return [key for key in holding if key in carried and key not in unknown]


def _is_told(page: StepInstance, carried: Mapping[str, Any]) -> bool:
    """Whether anything is known that the page asks for and that holds on."""
    if page.page is Page.LIST:
        owner, group = page.place.owner, page.place.group
        items = (carried.get(page.place.section) or {}).get(group) or ()
        return any(item.get("person", "") == owner for item in items)
    lasting = [question for question in page.questions if question.carried]
    values = values_at(carried, page.place)
    return any(is_answered(values.get(question.key)) for question in lasting) or not any(
        question.is_needed(page.own) for question in lasting
    )


def _section(section: Section, sent: Iterable[Mapping[str, Any]]) -> Stored:
    parts = [part.get(section.key) or {} for part in sent]
    layout = section.layout
    values = {key: part[key] for part in reversed(parts) for key in _carried(layout) if is_answered(part.get(key))}
    groups = {
        group: [_item(inner, item) for item in part[group]]
        for part in reversed(parts)
        for group, inner in layout.groups.items()
        if part.get(group)
    }
    for part in section.parts:
        if isinstance(part, Collection) and part.begins_with is not None:
            listed = _from_elsewhere(part.begins_with, layout.groups[part.key], sent)
            here = groups.get(part.key, [])
            groups[part.key] = [*here, *(item for item in listed if item["id"] not in {own["id"] for own in here})]
    return values | {group: items for group, items in groups.items() if items}


def _from_elsewhere(origin: Origin, layout: Layout, sent: Iterable[Mapping[str, Any]]) -> list[Stored]:
    """Things of the newest list there is at the origin, as far as they are asked about here."""
    lists = ((part.get(origin.section) or {}).get(origin.group) for part in sent)
    newest = next((items for items in lists if items), ())
    return [_item(layout, item) for item in newest if origin.fits(item)]


def _item(layout: Layout, item: Mapping[str, Any]) -> Stored:
    keys = (*sorted(OF_AN_ITEM), *_carried(layout))
    return {key: item[key] for key in keys if key in item}


def _carried(layout: Layout) -> tuple[str, ...]:
    return tuple(key for key, question in layout.questions.items() if cast("Question", question).carried)
