"""What a jobcenter changes about a form, and how it is laid over it. Where overlays are stored, nobody here knows."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from applications.catalogue.local import local_page
from applications.catalogue.question import Question, Words
from applications.catalogue.structure import ApplicationType, Collection, ForEach, Section, Step
from applications.claim.model import AskedPaper


class Overlay(Struct, frozen=True):
    """A jobcenter's own questions, hints, papers and switches for one form. What names a place that is not there is idle.

    `added` by address of the step: behind its questions. `at_end` by key of the section: on a page of their own.
    """

    version: str = ""
    added: Mapping[str, tuple[Question, ...]] = field(default_factory=dict)
    switched_off: frozenset[str] = frozenset()  # addresses of steps
    at_end: Mapping[str, tuple[Question, ...]] = field(default_factory=dict)
    section_hints: Mapping[str, Words] = field(default_factory=dict)  # by key of the section
    step_hints: Mapping[str, Words] = field(default_factory=dict)  # by address of the step
    papers: tuple[AskedPaper, ...] = ()


Loader = Callable[[str, str], Overlay | None]  # version of the overlay, key of the form
_loaders: list[Loader] = []


def load_overlays_with(loader: Loader) -> None:
    """Say where overlays come from; what it returns for a version must never change. None: there is no such version."""
    _loaders[:] = [loader]


def stored_overlay(version: str, form_key: str) -> Overlay | None:
    """The overlay of this version for this form; None when there is no such version."""
    return next((loader(version, form_key) for loader in _loaders), None)


def overlaid(form: ApplicationType, overlay: Overlay) -> ApplicationType:
    """The form with a jobcenter's questions, hints and papers added; steps it has switched off still read as None."""
    sections = tuple(_section(section, overlay) for section in form.sections)
    papers = (*form.papers, *overlay.papers)
    return replace(form, sections=sections, papers=papers, overlay_version=overlay.version)


def _section(section: Section, overlay: Overlay) -> Section:
    parts = _parts(section.parts, overlay)
    if own := overlay.at_end.get(section.key):
        parts = (*parts, local_page(section.key, own))
    return replace(section, parts=parts, hint=overlay.section_hints.get(section.key, section.hint))


def _parts(parts: Iterable[Any], overlay: Overlay) -> tuple[Any, ...]:
    """Steps and lists with the overlay applied, also those asked for every person or thing."""
    kept = (part for part in parts if isinstance(part, ForEach) or part.slug not in overlay.switched_off)
    return tuple(_part(part, overlay) for part in kept)


def _part(part: Step | Collection | ForEach, overlay: Overlay) -> Step | Collection | ForEach:
    if isinstance(part, ForEach):
        return replace(part, parts=_parts(part.parts, overlay))
    hint = overlay.step_hints.get(part.slug, part.hint)
    if isinstance(part, Collection):
        return replace(part, steps=_parts(part.steps, overlay), hint=hint)
    added = overlay.added.get(part.slug, ())
    if not added and hint == part.hint:
        return part  # the same object: its form is made once for all jobcenters
    return replace(part, questions=(*part.questions, *added), hint=hint)
