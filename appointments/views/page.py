"""What the pages of wishes and offers share: a token that makes sending twice one deed, and "not yet"."""

from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.cases.models import Actor


def token_of(request: HttpRequest) -> UUID:
    """The token that came with the page; a new one when it was left out or changed."""
    try:
        return UUID(request.POST.get("token", ""))
    except ValueError:
        return uuid4()


def not_yet(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Nobody can be asked for here: no case, or no right to its appointments. It names the phone."""
    context = {"may_begin": actor.acting_for is None}
    return render(request, "appointments/not_yet.html", context)


def kept_private(response: HttpResponse) -> HttpResponse:
    """No cache keeps what was typed or offered."""
    response.no_store = True  # type: ignore[attr-defined] # read by the security headers middleware
    return response
