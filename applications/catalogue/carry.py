"""What a new form begins with: answers that still hold, from what the person has sent before."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from applications.catalogue.question import Question, is_answered
from applications.catalogue.structure import ApplicationType, Section
from applications.catalogue.values import Stored
from applications.claim.answers import Layout

_OF_AN_ITEM = ("id", "person")


def carried_over(form: ApplicationType, earlier: Iterable[Mapping[str, Any]]) -> Stored:
    """The answers of earlier forms that this form asks again, where their section is `carried`.

    `earlier` are answers as they were sent, the newest first; of each question and of each list the newest that says
    something counts. Ids of people and things stay, so what hangs on them still does.
    """
    sent = tuple(earlier)
    found = {section.key: _section(section, sent) for section in form.sections if section.carried}
    return {key: values for key, values in found.items() if values}


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
    return values | groups


def _item(layout: Layout, item: Mapping[str, Any]) -> Stored:
    keys = (*_OF_AN_ITEM, *_carried(layout))
    return {key: item[key] for key in keys if key in item}


def _carried(layout: Layout) -> tuple[str, ...]:
    return tuple(key for key, question in layout.questions.items() if cast("Question", question).carried)
