"""Signing in needs the cache (rate limits) and the mail server. When one is away, say so instead of failing."""

import functools
import logging
import smtplib
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render

log = logging.getLogger(__name__)

RETRY_AFTER = 60  # seconds

View = Callable[..., HttpResponseBase]


def unavailable_without_services(view: View) -> View:
    """Answer 503 with Retry-After when Redis or the mail server cannot be reached: without limits nobody may try
    passwords, and a code that is not sent helps nobody.
    """

    @functools.wraps(view)  # keeps the marks that LoginRequiredMiddleware reads
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except _away() as error:
            log.error("sign-in is unavailable: %s", type(error).__name__)  # noqa: TRY400 -- the message may hold an address
            response = render(request, "account/unavailable.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
            response.headers["Retry-After"] = str(RETRY_AFTER)
            return response

    return guarded


def _away() -> tuple[type[Exception], ...]:
    """What says that Redis or the mail server is away; asked only when something was raised."""
    from redis.exceptions import RedisError

    return (RedisError, smtplib.SMTPException, ConnectionError, TimeoutError)
