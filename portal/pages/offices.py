"""The office shown on every page, kept in the process for a minute so that a warm page costs no SQL."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final
from uuid import UUID

from django.core.signals import setting_changed
from django.db import Error as DatabaseError

from portal.accounts.selectors import office_for_page

if TYPE_CHECKING:
    from portal.accounts.selectors import OfficeCard

LIFETIME: Final = 60.0  # seconds; a changed telephone number shows after a minute at the latest
_cards: dict[UUID | None, tuple[float, OfficeCard | None]] = {}


def office_card(jobcenter_id: UUID | None = None) -> OfficeCard | None:
    """Return the card of the office responsible for the page; without a jobcenter the portal's default office.

    When the database is away, the last known card is returned, however old: a phone number helps most just then.
    None if nothing was ever known.
    """
    now = time.monotonic()
    cached = _cards.get(jobcenter_id)
    if cached and now - cached[0] < LIFETIME:
        return cached[1]
    try:
        card = office_for_page(jobcenter_id)
    except DatabaseError:
        return last_known_card(jobcenter_id)
    _cards[jobcenter_id] = (now, card)
    return card


def last_known_card(jobcenter_id: UUID | None = None) -> OfficeCard | None:
    """Return the card from the process' memory, never from the database."""
    cached = _cards.get(jobcenter_id) or _cards.get(None)
    return cached[1] if cached else None


def forget_cards(**_signal: object) -> None:
    """Drop all cards, for tests and after a change of settings."""
    _cards.clear()


setting_changed.connect(forget_cards)
