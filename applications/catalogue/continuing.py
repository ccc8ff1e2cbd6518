"""A short form secures the date, a longer one goes on with it: which form continues which, and what it takes over."""

from collections.abc import Mapping
from typing import Any

from applications.catalogue.compose import compose, current_version, forms
from applications.catalogue.question import is_answered
from applications.catalogue.structure import ApplicationType
from applications.catalogue.values import Stored


def form_continuing(key: str) -> ApplicationType | None:
    """The form, in its latest version, that goes on with what was sent by the form with this key; None without one."""
    return next((form for form in _latest() if key in form.continues), None)


def short_form_of(form: ApplicationType) -> ApplicationType | None:
    """The short form, in its latest version, that secures the date of this one; None without one."""
    return next((compose(key, current_version(key)) for key in form.continues), None)


def short_form() -> ApplicationType:
    """The form by which somebody secures the date: the one with the lowest place that another one continues."""
    return min((form for form in _latest() if form_continuing(form.key)), key=lambda form: form.place)


def continuing_keys() -> frozenset[str]:
    """Keys of all forms that go on with another one."""
    return frozenset(form.key for form in _latest() if form.continues)


def answers_shared(form: ApplicationType, stored: Mapping[str, Any]) -> Stored:
    """What was answered on another form, of the questions that this one asks, too, key by key. Lists are left out."""
    return {
        section.key: {key: there[key] for key in section.layout.questions if is_answered(there.get(key))}
        for section in form.sections
        if (there := stored.get(section.key))
    }


def _latest() -> list[ApplicationType]:
    return [compose(key, current_version(key)) for key in {key for key, _version in forms()}]
