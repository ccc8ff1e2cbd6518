"""Limits on guessing that stop who guesses, and nobody else.

allauth counts wrong attempts per account from everywhere: five of a stranger lock the owner out. Here attempts count
per address of the network and per account *from* that address; over all of them an account has a wide limit. A browser
that the account knows counts for itself alone: no stranger's attempts hold it up, nor can a thief of its cookie guess
without end. Codes by e-mail count apart from passwords.
"""

from http import HTTPStatus
from typing import Protocol

from allauth.core.internal import ratelimit
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.accounts.events import SIGN_IN_LIMITED
from portal.accounts.models import User
from portal.accounts.models.email_address import normal_email
from portal.accounts.services import record_failed_sign_in
from portal.accounts.views.device_cookie import number_of_browser

APP = "portal.accounts"
RETRY_AFTER = 60  # seconds
SIGN_IN, CODE, RESET = "sign_in", "code", "reset"


class Usage(Protocol):
    """What an attempt has used up."""

    def rollback(self) -> None:
        """Give it back: the attempt was right."""


class _Used:
    def __init__(self) -> None:
        self._parts: list[Usage] = []

    def add(self, part: Usage) -> None:
        self._parts.append(part)

    def rollback(self) -> None:
        for part in self._parts:
            part.rollback()


def attempt(request: HttpRequest, action: str, email: str) -> Usage | None:
    """Count one attempt for the address; None when there were too many, which is recorded.

    Raises RedisError when the cache is away: without counting nobody may try.
    """
    used = _Used()
    if settings.ACCOUNT_RATE_LIMITS is False:  # one switch for all limits, for tests
        return used
    for part, key in _keys(request, normal_email(email)):
        usage = ratelimit.consume(
            request, app=APP, action=f"{action}.{part}", config=settings.PORTAL_SIGN_IN_LIMITS, key=key
        )
        if usage is None:
            record_failed_sign_in(event=SIGN_IN_LIMITED)
            return None
        used.add(usage)
    return used


def forgive(request: HttpRequest, email: str) -> None:
    """Start anew after a new password was set by a code: from here and over all."""
    if settings.ACCOUNT_RATE_LIMITS is False:
        return
    for part, key in _keys(request, normal_email(email)):
        if part != "address":
            ratelimit.clear(
                request, app=APP, action=f"{SIGN_IN}.{part}", config=settings.PORTAL_SIGN_IN_LIMITS, key=key
            )


def too_many_requests(request: HttpRequest) -> HttpResponse:
    """429 with words and a time to come back; recorded."""
    record_failed_sign_in(event=SIGN_IN_LIMITED)
    response = render(request, "429.html", status=HTTPStatus.TOO_MANY_REQUESTS)
    response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


def _keys(request: HttpRequest, email: str) -> list[tuple[str, str]]:
    """What an attempt counts under, the narrow before the wide: who is stopped early uses up nothing of the rest."""
    if isinstance(request.user, User):  # the password once more, by somebody who is signed in
        return [("device", f"user:{request.user.pk}")]
    browser = number_of_browser(request, email)
    if browser:
        return [("device", f"{browser}:{email}")]
    address = ratelimit.get_ip(request)
    return [("address", address), ("pair", f"{address}:{email}"), ("account", email)]
