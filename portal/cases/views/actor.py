"""From a request to an Actor. Views call this once and hand the actor to services and selectors."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from msgspec.structs import replace

from portal.accounts.enums import GUEST_STANDING, GUEST_WITHOUT_CODE
from portal.accounts.models import User
from portal.accounts.views.second_factor import SecondFactorNeeded, has_used_second_factor
from portal.cases.models import Actor
from portal.cases.selectors import actor_acting_for, actor_for_guest, actor_for_staff, actor_for_user

_CITIZEN = "_portal_citizen_actor"
_STAFF = "_portal_staff_actor"


class NoStanding(Http404):
    """The signed-in user may not act for this person, or may no longer. The page says so without naming anybody."""


def actor_of(request: HttpRequest, *, purpose: str = "own_case") -> Actor:
    """Return who acts on a citizen page. One SQL per request.

    Below `/fuer/<case>/`: somebody who acts for the person of that case. Elsewhere: the signed-in user in their own
    affairs (staff, too, have only their own standings here), else the guest who proved a code. ``purpose`` goes to
    audit events and may differ between calls. Raises NoStanding, and PermissionDenied when nobody is known; views are
    behind the sign-in, so that does not happen by accident.
    """
    actor: Actor | None = getattr(request, _CITIZEN, None)
    if actor is None:
        actor = _find(request, purpose)
        setattr(request, _CITIZEN, actor)
    return actor if actor.purpose == purpose else replace(actor, purpose=purpose)


def _find(request: HttpRequest, purpose: str) -> Actor:
    case_id = acting_case(request)
    if case_id is not None:
        acting = actor_acting_for(_signed_in(request), case_id, purpose=purpose)
        if acting is None:
            raise NoStanding
        return acting
    if not request.user.is_authenticated:
        return _guest(request, purpose)
    return actor_for_user(_signed_in(request), purpose=purpose)


def acting_case(request: HttpRequest) -> UUID | None:
    """Return the case of the address when it lies below `/fuer/<case>/`, else None."""
    return getattr(request, "acting_case", None)


def is_guest(request: HttpRequest) -> bool:
    """Whether this browser has proved a guest's code and nobody is signed in. Reads the session."""
    return not request.user.is_authenticated and GUEST_STANDING in request.session


def has_code(request: HttpRequest) -> bool:
    """Whether the guest in this browser came in by a code, or has taken one since. Reads the session."""
    return GUEST_WITHOUT_CODE not in request.session


def known_actor_of(request: HttpRequest, *, purpose: str = "own_case") -> Actor | None:
    """Return who acts, or None when nobody is known: for pages that are open to strangers. Raises NoStanding."""
    try:
        return actor_of(request, purpose=purpose)
    except PermissionDenied:
        return None


def forget_actor(request: HttpRequest) -> None:
    """Ask anew who acts: somebody else does from now on."""
    vars(request).pop(_CITIZEN, None)


def _guest(request: HttpRequest, purpose: str) -> Actor:
    found = request.session.get(GUEST_STANDING)
    guest = actor_for_guest(UUID(found), purpose=purpose) if found else None
    if guest is None:
        raise PermissionDenied
    return guest


def staff_actor_of(request: HttpRequest, *, purpose: str = "case_work") -> Actor:
    """Return who acts on a staff page, by their membership today. One SQL per request.

    Raises PermissionDenied without a membership, SecondFactorNeeded (one of its kind) without a second factor: no way
    to the data of others leads past it.
    """
    actor: Actor | None = getattr(request, _STAFF, None)
    if actor is None:
        actor = actor_for_staff(_signed_in(request), purpose=purpose)
        if actor is None:
            raise PermissionDenied
        if not has_used_second_factor(request):
            raise SecondFactorNeeded
        setattr(request, _STAFF, actor)
    return actor if actor.purpose == purpose else replace(actor, purpose=purpose)


def _signed_in(request: HttpRequest) -> User:
    user = request.user
    if not isinstance(user, User):
        raise PermissionDenied
    return user
