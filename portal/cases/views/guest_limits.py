"""Limits on codes that stop who guesses, and nobody else.

A code has 85 bits: nobody guesses one, and a right code is let in however many wrong ones came from the same address of
the network, so that no stranger in a library can lock others out. Who holds the e-mail with the first signs lacks 28
bits; therefore wrong codes with the same beginning are counted strictly. Only somebody who knows the beginning can use
that up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from allauth.account.adapter import get_adapter
from allauth.core.internal import ratelimit
from django.conf import settings
from django.core.exceptions import PermissionDenied

from portal.cases.domain.guest_code import MAILED

if TYPE_CHECKING:
    from django.http import HttpRequest

    from portal.cases.models import Actor

APP: Final = "portal.cases"
RETRY_AFTER: Final = 600  # seconds


class Usage(Protocol):
    """What an attempt has used up."""

    def rollback(self) -> None:
        """Give it back: the attempt was right."""


def may_try(request: HttpRequest, code: str) -> Usage | None:
    """Count an attempt with the beginning of this code; None when there were too many. Raises what the cache raises."""
    return _consume(request, "resume.beginning", code[:MAILED])


def note_attempt(request: HttpRequest) -> Usage | None:
    """Count an attempt from this address of the network; None when there were too many wrong ones."""
    return _consume(request, "resume.address", network_address(request))


def may_begin(request: HttpRequest) -> bool:
    """Whether another case without an account may be made from this address now."""
    return _consume(request, "begin.address", network_address(request)) is not None


def may_show_code(request: HttpRequest, actor: Actor) -> bool:
    """Whether this guest may be shown one more code now; each is a row, and nobody writes down that many."""
    return _consume(request, "code.guest", str(actor.key)) is not None


def may_mail(request: HttpRequest, email: str) -> bool:
    """Whether an e-mail may go to this address, so that nobody's mailbox is flooded from here."""
    here = _consume(request, "mail.address", network_address(request))
    return here is not None and _consume(request, "mail.to", email.lower()) is not None


def network_address(request: HttpRequest) -> str:
    """The caller's address as sign-in sees it, too; IPv6 by network. Empty when it cannot be read."""
    try:
        return str(ratelimit.truncate_ip(get_adapter(request).get_client_ip(request)))
    except PermissionDenied:  # allauth: the address cannot be read
        return ""


def _consume(request: HttpRequest, action: str, key: str) -> Usage | None:
    usage: Usage | None = ratelimit.consume(
        request, app=APP, action=action, config=settings.PORTAL_GUEST_LIMITS, key=key
    )
    return usage
