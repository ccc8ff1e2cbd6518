"""Answers for errors: what happened, what was kept, what to do now, whom to call. None of them asks the database."""

from __future__ import annotations

import logging
import secrets
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.template import loader
from django.urls import reverse

from portal.accounts.views.availability import ACCOUNT_PAGES
from portal.accounts.views.session_bar import session_bar
from portal.accounts.views.typed_again import TOKEN, is_text
from portal.cases.views.actor import NoStanding
from portal.cases.views.space import outside
from portal.pages.context import frame_without_database

if TYPE_CHECKING:
    from django.http import HttpRequest

logger = logging.getLogger(__name__)
TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)  # portal.settings.files


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent something we cannot read; or more than we take, and then what was typed is still there."""
    if isinstance(exception, TOO_MUCH):
        return _page(request, "413.html", HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return _page(request, "400.html", HTTPStatus.BAD_REQUEST)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: signed in, but not allowed."""
    del exception
    return _page(request, "403.html", HTTPStatus.FORBIDDEN)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was too old or came from elsewhere. The reason is for developers and goes to the log only.

    A page of ours that was open for too long, perhaps since before somebody signed in again in another window, is
    offered once more with all that was typed into it. Nothing is saved before the person presses the button.
    """
    logger.warning("csrf check failed: %s", reason)
    return _page(request, "403_csrf.html", HTTPStatus.FORBIDDEN, **_typed_into_our_page(request))


def _typed_into_our_page(request: HttpRequest) -> dict[str, Any]:
    """What the page needs to offer a form again: only one that came from our own origin, and never a password."""
    ours = {f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS}
    if request.headers.get("Origin") not in ours or request.path_info.startswith(ACCOUNT_PAGES):
        return {}
    fields = [(name, value) for name, values in request.POST.lists() for value in values if name != TOKEN]
    if not fields or any("password" in name for name, _value in fields):
        return {}
    return {
        "target": request.get_full_path(),
        "token": get_token(request),
        "fields": fields,
        "texts": [value for _name, value in fields if is_text(value)],
        "had_files": bool(request.FILES),
    }


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such address, or not for this person. Who tries to act for somebody reads why it may have ended."""
    if isinstance(exception, NoStanding):
        return _page(request, "404_acting.html", HTTPStatus.NOT_FOUND, home=outside(reverse("pages:home")))
    return _page(request, "404.html", HTTPStatus.NOT_FOUND)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. The page names a number that stands in the log, too, so that a call can find the entry."""
    number = secrets.token_hex(4).upper()
    logger.error("server error %s", number)
    return _page(request, "500.html", HTTPStatus.INTERNAL_SERVER_ERROR, number=number)


def _page(request: HttpRequest, template: str, status: HTTPStatus, **context: Any) -> HttpResponse:
    """Return an error page rendered without context processors, so without session, user and database."""
    frame = {"home": reverse("pages:home"), **frame_without_database(), "session_bar": session_bar(None)}
    context_all = {**frame, **context, "path": request.path_info}
    response = HttpResponse(loader.get_template(template).render(context_all), status=status)
    response.headers["Cache-Control"] = "no-store"
    return response
