"""The answers that count: those of pages that apply. What was answered on other pages stays in the draft, unsent."""

from collections.abc import Iterable, Mapping
from typing import Any

from applications.catalogue.structure import Page
from applications.catalogue.values import Stored, values_at, with_values
from applications.catalogue.walk import StepInstance


def applicable(walked: Iterable[StepInstance], stored: Mapping[str, Any]) -> Stored:
    """A copy of the answers with the values of the walked pages only. Papers are kept as a whole."""
    kept: Stored = {key: stored[key] for key in ("started_on",) if key in stored}
    for instance in walked:
        values = values_at(stored, instance.place)
        if instance.page is Page.EVIDENCE:
            kept = with_values(kept, instance.place, values)
        elif instance.page is Page.FORM:
            asked = {question.key: values[question.key] for question in instance.questions if question.key in values}
            kept = with_values(kept, instance.place, asked)
    return kept
