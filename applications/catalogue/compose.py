"""`compose(key, catalogue version, overlay version)`: the immutable form a draft was started with.

Forms are found, not listed: every module or package of the catalogue that holds a `FORM` is one. A changed form gets a
new module beside the old one; drafts and submissions keep the version they were made with.
"""

import pkgutil
from collections.abc import Sequence
from functools import cache
from importlib import import_module

from msgspec.structs import replace

import applications.catalogue
from applications.catalogue.overlay import Overlay, overlaid, stored_overlay
from applications.catalogue.structure import ApplicationType
from applications.claim.answers import Layout

__all__ = [
    "Overlay",
    "UnknownForm",
    "compose",
    "current_forms",
    "current_version",
    "forms",
    "known_together",
    "overlaid",
]


class UnknownForm(LookupError):
    """There is no form with this key and version, or no such overlay."""


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


def current_forms() -> tuple[ApplicationType, ...]:
    """Every form in its latest version, without overlay, in the order of the overview."""
    found = (compose(key, current_version(key)) for key in {key for key, _version in forms()})
    return tuple(sorted(found, key=lambda form: (form.place, form.key)))


@cache
def compose(key: str, version: str, overlay_version: str = "") -> ApplicationType:
    """The form with its overlay, the same object for the same three. Raises UnknownForm.

    An overlay is loaded once in a process: its version never changes.
    """
    form = forms().get((key, version))
    overlay = stored_overlay(overlay_version, key) if overlay_version else None
    if form is None or (overlay_version and overlay is None):
        raise UnknownForm(f"{key} {version} {overlay_version}".strip())
    return overlaid(form, overlay) if overlay is not None else form
