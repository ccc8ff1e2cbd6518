"""From a request to an Actor. Views call this once and hand the actor to services and selectors."""

from dataclasses import replace

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from portal.accounts.models import User
from portal.cases.models import Actor
from portal.cases.selectors import actor_for_staff, actor_for_user

_CITIZEN = "_portal_citizen_actor"
_STAFF = "_portal_staff_actor"


def actor_of(request: HttpRequest, *, purpose: str = "own_case") -> Actor:
    """Return who acts on a citizen page: staff, too, have only their own standings here. One SQL per request.

    ``purpose`` goes to audit events and may differ between calls. Raises PermissionDenied when nobody is signed in;
    views are behind LoginRequiredMiddleware, so that does not happen by accident.
    """
    actor: Actor | None = getattr(request, _CITIZEN, None)
    if actor is None:
        actor = actor_for_user(_signed_in(request), purpose=purpose)
        setattr(request, _CITIZEN, actor)
    return actor if actor.purpose == purpose else replace(actor, purpose=purpose)


def staff_actor_of(request: HttpRequest, *, purpose: str = "case_work") -> Actor:
    """Return who acts on a staff page, by their membership today. One SQL per request. Raises PermissionDenied."""
    actor: Actor | None = getattr(request, _STAFF, None)
    if actor is None:
        actor = actor_for_staff(_signed_in(request), purpose=purpose)
        if actor is None:
            raise PermissionDenied
        setattr(request, _STAFF, actor)
    return actor if actor.purpose == purpose else replace(actor, purpose=purpose)


def _signed_in(request: HttpRequest) -> User:
    user = request.user
    if not isinstance(user, User):
        raise PermissionDenied
    return user
