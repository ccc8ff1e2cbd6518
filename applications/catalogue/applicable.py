"""The answers that count: those of pages that apply. What was answered on other pages stays in the draft, unsent.

So does what was told before and nobody has confirmed, and so do papers in the file where the answer they prove is new.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from applications.catalogue.structure import Page
from applications.catalogue.values import Stored, contradicts, values_at, with_values
from applications.catalogue.walk import StepInstance

ANYWHERE = ""  # the section of a paper that holds whatever has changed


def applicable(walked: Iterable[StepInstance], stored: Mapping[str, Any]) -> Stored:
    """A copy of the answers with the values of the walked pages only. Papers are kept as a whole."""
    kept: Stored = {key: stored[key] for key in ("started_on", "granted") if key in stored}
    held = {ANYWHERE}
    for instance in walked:
        if instance.is_held:
            held.add(instance.section.key)
        if not instance.counts:
            continue
        if instance.page is Page.EVIDENCE:
            kept = with_values(kept, instance.place, values_at(stored, instance.place))
        elif instance.asks:
            values = said(instance, stored)
            asked = {question.key: values[question.key] for question in instance.questions if question.key in values}
            kept = with_values(kept, instance.place, asked)
    begun_with = stored.get("begun_with") or {}
    held.update(key for key, told in begun_with.items() if not contradicts(told, stored.get(key) or {}))
    on_file = [paper for paper in stored.get("on_file") or () if paper["section"] in held]
    return {**kept, "on_file": on_file} if on_file else kept


def said(instance: StepInstance, stored: Mapping[str, Any]) -> Mapping[str, Any]:
    """The values of a page; of ticks those that there is still something to confirm for."""
    values = values_at(stored, instance.place)
    if instance.page is not Page.CONFIRM:
        return values
    there = {held.section.key for held in instance.to_confirm}
    return {key: [part for part in ticked or () if part in there] for key, ticked in values.items()}
