"""Takes the browsers' reports of blocked content (CSP ``report-uri``)."""

from __future__ import annotations

import json
import logging
from typing import Any, Final
from urllib.parse import urlsplit

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

logger = logging.getLogger(__name__)

MAX_BYTES: Final = 8 * 1024
MAX_PER_MINUTE: Final = 60
_MAX_TEXT: Final = 120
_COUNTER: Final = "pages:csp-reports"


@csrf_exempt  # the browser itself sends it, without a token
@login_not_required
@require_POST
def csp_report(request: HttpRequest) -> HttpResponse:
    """Log directive and path of a report, nothing else: its full addresses and samples could carry personal data.

    Answers 204 for a report that was read, 400 for something else, 413 for a large one, 429 above the limit of
    :data:`MAX_PER_MINUTE` for the whole site (anybody can post here; the log must not fill up).
    """
    if int(request.headers.get("Content-Length") or 0) > MAX_BYTES:
        return HttpResponse(status=413)
    if not _within_limit():
        return HttpResponse(status=429)
    report = _read(request.body)
    if report is None:
        return HttpResponse(status=400)
    directive, path = report
    logger.warning("csp report", extra={"directive": directive, "page": path})
    return HttpResponse(status=204)


def _read(body: bytes) -> tuple[str, str] | None:
    """Return directive and path of the page from a report in the old (report-uri) or new (Reporting API) shape."""
    try:
        data: Any = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if isinstance(data, list):
        data = data[0] if data else None
    if not isinstance(data, dict):
        return None
    report = data.get("csp-report") or data.get("body")
    if not isinstance(report, dict):
        return None
    directive = (
        report.get("effective-directive") or report.get("effectiveDirective") or report.get("violated-directive")
    )
    address = report.get("document-uri") or report.get("documentURL")
    if not isinstance(directive, str) or not isinstance(address, str):
        return None
    try:
        path = urlsplit(address).path
    except ValueError:
        return None
    return directive.split()[0][:_MAX_TEXT] if directive.strip() else "", path[:_MAX_TEXT]


def _within_limit() -> bool:
    """Count this report; without the cache nothing is logged, which is the safe side."""
    try:
        cache.add(_COUNTER, 0, timeout=60)
        return cache.incr(_COUNTER) <= MAX_PER_MINUTE
    except (_redis_error(), ValueError):  # ValueError: the counter ran out between the two calls
        return False


def _redis_error() -> type[Exception]:
    """Asked only when something was raised."""
    from redis.exceptions import RedisError

    return RedisError
