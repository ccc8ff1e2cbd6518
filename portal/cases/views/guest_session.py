"""A guest's visit in this browser: begins with a code, ends by itself, by a button, or when somebody signs in."""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from django.middleware.csrf import rotate_token
from django.utils.crypto import constant_time_compare

from portal.accounts.enums import GUEST_CASE, GUEST_STANDING, GUEST_WITHOUT_CODE
from portal.cases.views.actor import forget_actor

if TYPE_CHECKING:
    from django.http import HttpRequest

    from portal.cases.models import Standing

KEEP: Final = "guest_keep"  # the wish to make an account and keep everything, until the account is confirmed
KEEP_PARAMETER: Final = "behalten"  # in the address of the sign-up page: only the page that was opened for it counts
KEEP_LIFETIME: Final = 3600  # seconds; signing up waits for an e-mail


def enter_as_guest(request: HttpRequest, standing: Standing, *, has_code: bool = True) -> None:
    """Let in the browser that has proved a code. The session gets a new key: who knew the old one stays out.

    ``has_code``: False for who begins without seeing one; pages then offer it until it was taken.
    """
    request.session.cycle_key()
    request.session.pop(KEEP, None)
    request.session.pop(GUEST_WITHOUT_CODE, None)
    if not has_code:
        request.session[GUEST_WITHOUT_CODE] = True
    request.session[GUEST_STANDING] = str(standing.pk)
    request.session[GUEST_CASE] = str(standing.case_id)
    rotate_token(request)
    forget_actor(request)


def note_code_taken(request: HttpRequest) -> None:
    """The guest has asked for the code and seen it."""
    request.session.pop(GUEST_WITHOUT_CODE, None)


def guest_standing_id(request: HttpRequest) -> UUID | None:
    """By which standing a guest is here; None when there is no guest. Whether it holds is not asked."""
    found = request.session.get(GUEST_STANDING)
    return UUID(found) if found else None


def forget_guest(request: HttpRequest, *, but_for_typed: bool = False) -> None:
    """The guest is gone; what else lies in the session stays.

    ``but_for_typed``: whoever comes back with a new code of the same case finds what they were typing.
    """
    kept = {GUEST_CASE} if but_for_typed else set()
    for key in {GUEST_STANDING, GUEST_CASE, GUEST_WITHOUT_CODE, KEEP} - kept:
        request.session.pop(key, None)
    forget_actor(request)


def end_guest_session(request: HttpRequest) -> None:
    """End the visit for good: the row of the session is deleted, its cookie too."""
    request.session.flush()
    forget_actor(request)


def want_to_keep(request: HttpRequest) -> str:
    """Note that the guest wants an account that keeps everything; returns the value for the sign-up page's address."""
    nonce = secrets.token_urlsafe(16)
    request.session[KEEP] = {"nonce": nonce, "at": int(time.time())}
    return nonce


def bind_wish_to(request: HttpRequest, user_id: UUID) -> None:
    """An account was made in this session: if that was done on the page opened for it, the wish is about this one."""
    wish: dict[str, Any] | None = request.session.get(KEEP)
    if wish and constant_time_compare(wish["nonce"], request.GET.get(KEEP_PARAMETER, "")):
        request.session[KEEP] = {**wish, "user": str(user_id)}


def is_wish_of(request: HttpRequest, user_id: UUID) -> bool:
    """Whether everything is to be kept in this account: made here, on purpose, within the last hour."""
    wish: dict[str, Any] = request.session.get(KEEP) or {}
    return wish.get("user") == str(user_id) and time.time() - wish["at"] < KEEP_LIFETIME
