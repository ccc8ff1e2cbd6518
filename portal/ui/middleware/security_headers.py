"""Sets the security headers Django has no setting for and keeps personal pages out of every cache."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from csp.utils import build_policy
from django.conf import settings

from portal.ui.security_headers import STATIC_HEADERS, TRUSTED_TYPES_DIRECTIVE, WITHOUT_TRUSTED_TYPES

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase

CSP = "Content-Security-Policy"


class SecurityHeadersMiddleware:
    """Stands outside the session middleware, so that error answers of that pass here as well.

    The content security policy is written once per process and not, as django-csp's own middleware does, for every
    answer: no page has a nonce or a policy of its own.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Take the next layer."""
        self.get_response = get_response
        self._written: tuple[dict[str, Any], str, str] | None = None

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return the answer with its headers; never reads the session or the user, so it costs no SQL."""
        response = self.get_response(request)
        for header, value in STATIC_HEADERS.items():
            response.headers.setdefault(header, value)
        response.headers.setdefault(CSP, self._policy(request.path_info))
        if may_be_personal(request, response):
            response.headers["Cache-Control"] = "no-store"
        return response

    def _policy(self, path: str) -> str:
        """The policy of the settings for this address."""
        policy = settings.CONTENT_SECURITY_POLICY
        if self._written is None or self._written[0] is not policy:
            whole = build_policy(policy["DIRECTIVES"])
            self._written = (policy, whole, _without_directive(whole, TRUSTED_TYPES_DIRECTIVE))
        _settings, whole, without_trusted_types = self._written
        return without_trusted_types if path.startswith(WITHOUT_TRUSTED_TYPES) else whole


def may_be_personal(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Say whether an answer may show personal data: its view says so, or the browser holds or is given a session.

    A session cookie decides, not ``request.user``: that would load session and user on every public page. Guests with
    a draft hold a session, too. A view without session that shows personal data sets ``response.no_store = True``.
    Static files are served before this point and stay cacheable.
    """
    cookie = settings.SESSION_COOKIE_NAME
    return bool(getattr(response, "no_store", False)) or cookie in request.COOKIES or cookie in response.cookies


def _without_directive(policy: str, directive: str) -> str:
    """Return the policy without one directive."""
    return "; ".join(part for part in policy.split("; ") if part != directive)
