"""Signing in needs the cache (rate limits) and the mail server. When one is away, say so instead of failing."""

import functools
import logging
import smtplib
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

log = logging.getLogger(__name__)

RETRY_AFTER = 60  # seconds
ACCOUNT_PAGES = "/konto/"
ALLAUTH = "allauth."

View = Callable[..., HttpResponseBase]


class AvailabilityMiddleware:
    """Answers 503 with Retry-After when Redis or the mail server cannot be reached: without limits nobody may try
    passwords, and a code that is not sent helps nobody. For all pages of the account and all views of allauth, also
    those that will come.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Take the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer in place of the view; None for what is no outage, or not about an account."""
        if not (_is_about_account(request) and isinstance(exception, _away())):
            return None
        return _say_so(request, exception)


def unavailable_without_services(view: View) -> View:
    """Let a view outside of these pages answer in the same way."""

    @functools.wraps(view)  # keeps the marks that LoginRequiredMiddleware reads
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except _away() as error:
            return _say_so(request, error)

    return guarded


def _say_so(request: HttpRequest, exception: Exception) -> HttpResponse:
    log.error("sign-in is unavailable: %s", type(exception).__name__)  # the message may hold an address
    response = render(request, "account/unavailable.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
    response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


def _is_about_account(request: HttpRequest) -> bool:
    match = request.resolver_match
    view = match.func if match is not None else None
    return request.path_info.startswith(ACCOUNT_PAGES) or getattr(view, "__module__", "").startswith(ALLAUTH)


def _away() -> tuple[type[Exception], ...]:
    """What says that Redis or the mail server is away; asked only when something was raised."""
    from redis.exceptions import RedisError

    return (RedisError, smtplib.SMTPException, ConnectionError, TimeoutError)
