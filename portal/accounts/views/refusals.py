"""Pages for a sign-in elsewhere that did not work out. They say what to do, not which check failed."""

import logging
from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.accounts import events
from portal.accounts.services import record_failed_sign_in

log = logging.getLogger(__name__)

# Who tries to forge an answer learns nothing from its page: only these reasons have words of their own.
EXPLAINED: Final = frozenset(
    {"trust_level_too_low", "another_person", "unknown_question", "not_connected", "not_staff", "not_confirmed"}
)


def refusal_page(request: HttpRequest, reason: str) -> HttpResponse:
    """Return the page, 403, and record a failed sign-in; ``reason`` is a short code without personal data."""
    log.warning("sign-in elsewhere refused: %s", reason)
    record_failed_sign_in(event=events.SIGN_IN_FAILED)
    context = {"reason": reason if reason in EXPLAINED else ""}
    return render(request, "socialaccount/refused.html", context, status=HTTPStatus.FORBIDDEN)


def cancelled_page(request: HttpRequest) -> HttpResponse:
    """Return the page for somebody who turned back."""
    return render(request, "socialaccount/login_cancelled.html")
