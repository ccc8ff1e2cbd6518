"""`compose(key, catalogue version, overlay version)`: the immutable form a draft was started with.

Forms are found, not listed: every module or package of the catalogue that holds a `FORM` is one. A changed form gets a
new module beside the old one; drafts and submissions keep the version they were made with.
"""

import pkgutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import import_module
from typing import Any

import applications.catalogue
from applications.catalogue.question import Question
from applications.catalogue.structure import ApplicationType, Collection, ForEach, Step
from applications.claim.answers import Layout


class UnknownForm(LookupError):
    """There is no form with this key and version, or no such overlay."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """A jobcenter's own questions and switches. `added` by address of the step; own questions are for staff only."""

    version: str = ""
    added: Mapping[str, tuple[Question, ...]] = field(default_factory=dict)
    switched_off: frozenset[str] = frozenset()  # addresses of steps


EMPTY = Overlay()
OVERLAYS: dict[str, Overlay] = {EMPTY.version: EMPTY}


@cache
def forms() -> dict[tuple[str, str], ApplicationType]:
    """Every form by key and version."""
    names = [module.name for module in pkgutil.iter_modules(applications.catalogue.__path__)]
    modules = [import_module(f"{applications.catalogue.__name__}.{name}") for name in names]
    return known_together([module.FORM for module in modules if hasattr(module, "FORM")])


def known_together(found: Sequence[ApplicationType]) -> dict[tuple[str, str], ApplicationType]:
    """Forms by key and version. All versions of a form know each other's questions: one builder reads them all."""
    known: dict[str, Layout] = {}
    for form in found:
        known[form.key] = known.get(form.key, Layout()) | Layout(groups=form.layouts)
    return {(form.key, form.version): replace(form, layouts=known[form.key].groups) for form in found}


def current_version(key: str) -> str:
    """The version a new draft gets: the latest. Raises UnknownForm."""
    versions = [version for known, version in forms() if known == key]
    if not versions:
        raise UnknownForm(key)
    return max(versions)


@cache
def compose(key: str, version: str, overlay_version: str = "") -> ApplicationType:
    """The form with its overlay, the same object for the same three. Raises UnknownForm."""
    form, overlay = forms().get((key, version)), OVERLAYS.get(overlay_version)
    if form is None or overlay is None:
        raise UnknownForm(f"{key} {version} {overlay_version}".strip())
    return form if overlay is EMPTY else overlaid(form, overlay)


def overlaid(form: ApplicationType, overlay: Overlay) -> ApplicationType:
    """The form with a jobcenter's questions added and its switched-off steps left out, which still read as None."""
    sections = tuple(replace(section, parts=_parts(section.parts, overlay)) for section in form.sections)
    return replace(form, sections=sections, overlay_version=overlay.version)


def _parts(parts: Iterable[Any], overlay: Overlay) -> tuple[Any, ...]:
    """Steps and lists with the overlay applied, also those asked for every person or thing."""
    kept = (part for part in parts if isinstance(part, ForEach) or part.slug not in overlay.switched_off)
    return tuple(_part(part, overlay) for part in kept)


def _part(part: Step | Collection | ForEach, overlay: Overlay) -> Step | Collection | ForEach:
    if isinstance(part, Collection):
        return replace(part, steps=_parts(part.steps, overlay))
    if isinstance(part, ForEach):
        return replace(part, parts=_parts(part.parts, overlay))
    added = overlay.added.get(part.slug, ())
    return replace(part, questions=(*part.questions, *added)) if added else part
