"""What the pages without an account share: the frame of an answer, and what is said when a service is away."""

from __future__ import annotations

import functools
import logging
import smtplib
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse, HttpResponseBase

    View = Callable[..., HttpResponseBase]

log = logging.getLogger(__name__)

RETRY_AFTER: Final = 60  # seconds


def page(request: HttpRequest, template: str, *, status: int = HTTPStatus.OK, **context: Any) -> HttpResponse:
    """Return the page; no cache keeps it, also where no session exists yet."""
    response = render(request, f"cases/{template}.html", context, status=status)
    response.no_store = True  # type: ignore[attr-defined] # read by the security headers middleware
    return response


def too_many(request: HttpRequest, seconds: int) -> HttpResponse:
    """Return the page that asks to wait so many seconds."""
    response = page(request, "too_many", status=HTTPStatus.TOO_MANY_REQUESTS)
    response.headers["Retry-After"] = str(seconds)
    return response


def open_to_guests(view: View) -> View:
    """Open the view to everybody; otherwise as `with_services`."""
    return login_not_required(with_services(view))


def with_services(view: View) -> View:
    """Answer 503 with words while Redis (limits) or the mail server is away."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except _away() as error:
            log.error("codes cannot be checked or sent: %s", type(error).__name__)  # noqa: TRY400 -- may hold an address
            response = page(request, "unavailable", status=HTTPStatus.SERVICE_UNAVAILABLE)
            response.headers["Retry-After"] = str(RETRY_AFTER)
            return response

    return guarded


def _away() -> tuple[type[Exception], ...]:
    """What says that Redis or the mail server is away; asked only when something was raised."""
    from redis.exceptions import RedisError

    return (RedisError, smtplib.SMTPException, ConnectionError, TimeoutError)
