"""The links in the header and at the foot of every page. A page that does not exist is not linked."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from django.urls import Resolver404, resolve, reverse
from django.utils.translation import gettext_lazy as _

from portal.cases.enums import ALL_SCOPES, Scope
from portal.cases.views.space import outside

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Link:
    """One entry. ``current`` is the value for ``aria-current``: "page", "true" for a page below it, or empty.

    The address stands for the label, too, when links are compared.
    """

    url: str
    label: str | _StrPromise = field(compare=False)
    current: Literal["page", "true", ""] = ""


_SERVICES: Final = (("/antrag/", _("Antrag")), ("/postfach/", _("Postfach")), ("/termine/", _("Termine")))
_ABOUT_A_CASE: Final = frozenset({"/", "/antrag/", "/postfach/", "/termine/", "/unterlagen/"})
# Pages that stay empty for who has none of these scopes.
SHOWN_BY: Final = {
    "/antrag/": frozenset({Scope.FILL_IN}),
    "/postfach/": frozenset({Scope.READ_POSTBOX}),
    "/unterlagen/": frozenset({Scope.FILL_IN, Scope.READ_POSTBOX}),
}
_OWN: Final = (("/unterlagen/", _("Unterlagen")), ("/konto/", _("Konto")))  # only where somebody is known
_OF_GUESTS: Final = (
    ("/unterlagen/", _("Unterlagen")),
    ("/weiter/code/", _("Ihr Code")),
    ("/weiter/beenden/", _("Beenden")),
)


def header_links(
    path: str,
    *,
    signed_in: bool,
    is_guest: bool = False,
    is_staff: bool = False,
    space: str = "/",
    scopes: frozenset[Scope] = ALL_SCOPES,
) -> tuple[Link, ...]:
    """Return the main navigation with the entry for ``path`` marked; a guest is never signed in, staff find their desk.

    ``space``: while somebody acts for another person, what is about that case stays in its space (`/fuer/<case>/`), and
    what ``scopes`` do not show there is not linked.
    """
    return tuple(
        Link(f"{space}{url[1:]}" if url in _ABOUT_A_CASE else url, label, _current(url, path))
        for url, label in _header_entries(signed_in, is_guest, is_staff)
        if not (url in SHOWN_BY and scopes.isdisjoint(SHOWN_BY[url]))
    )


def footer_links(path: str) -> tuple[Link, ...]:
    """Return the links at the foot of the page."""
    return tuple(Link(url, label, "page" if url == path else "") for url, label in _footer_entries())


@cache
def _header_entries(
    signed_in: bool,  # noqa: FBT001 -- private
    is_guest: bool,  # noqa: FBT001
    is_staff: bool,  # noqa: FBT001
) -> tuple[tuple[str, str | _StrPromise], ...]:
    entries = [("/", _("Start")), *(entry for entry in _SERVICES if _exists(entry[0]))]
    if is_guest:
        entries += (entry for entry in _OF_GUESTS if _exists(entry[0]))
    elif not signed_in:
        entries.append((outside(reverse("account_login")), _("Anmelden")))
    else:
        entries += (entry for entry in _OWN if _exists(entry[0]))
        if is_staff:
            entries.append((outside(reverse("desk:index")), _("Sachbearbeitung")))
        entries.append((outside(reverse("account_logout")), _("Abmelden")))
    return tuple(entries)


@cache
def _footer_entries() -> tuple[tuple[str, str | _StrPromise], ...]:
    accessibility = outside(reverse("pages:accessibility"))
    entries = (
        (outside(reverse("pages:contact")), _("Kontakt")),
        ("/leichte-sprache/", _("Leichte Sprache")),
        ("/gebaerdensprache/", _("Gebärdensprache")),
        (accessibility, _("Barrierefreiheit")),
        (f"{accessibility}#barriere-melden", _("Barriere melden")),
        (outside(reverse("pages:privacy")), _("Datenschutz")),
        (outside(reverse("pages:imprint")), _("Impressum")),
        ("/demo/mails/", _("E-Mails und Codes der Demo")),
        ("/design/", _("Bausteine der Seiten")),  # like the one before, only in the demo
    )
    return tuple((url, label) for url, label in entries if "#" in url or _exists(url))


@cache
def _exists(path: str) -> bool:
    """Say whether an address leads to a view."""
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


def _current(url: str, path: str) -> Literal["page", "true", ""]:
    if url == path:
        return "page"
    return "true" if url != "/" and path.startswith(url) else ""


def first_existing(*paths: str) -> str:
    """Return the first address that leads to a view, or an empty string."""
    return next((path for path in paths if _exists(path)), "")
