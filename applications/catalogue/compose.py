"""`compose(key, catalogue version, overlay version)`: the immutable form a draft was started with.

Forms are found, not listed: every module or package of the catalogue that holds a `FORM` is one. A changed form gets a
new module beside the old one; drafts and submissions keep the version they were made with.
"""

import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import import_module

import applications.catalogue
from applications.catalogue.question import Question
from applications.catalogue.structure import ApplicationType, Section, Step


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
    found = [module.FORM for module in modules if hasattr(module, "FORM")]
    return {(form.key, form.version): form for form in found}


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
    """The form with a jobcenter's questions added and its switched-off steps left out."""
    sections = tuple(_section(section, overlay) for section in form.sections)
    return replace(form, sections=sections, overlay_version=overlay.version)


def _section(section: Section, overlay: Overlay) -> Section:
    """A section with the overlay applied to its plain steps."""
    parts = [_step(part, overlay) if isinstance(part, Step) else part for part in section.parts]
    kept = tuple(part for part in parts if not (isinstance(part, Step) and part.slug in overlay.switched_off))
    return Section(section.key, section.title, kept)


def _step(step: Step, overlay: Overlay) -> Step:
    added = overlay.added.get(step.slug, ())
    return replace(step, questions=(*step.questions, *added)) if added else step
