"""Small files at fixed addresses."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.templatetags.static import static
from django.views.decorators.http import require_safe

_ROBOTS = """User-agent: *
Allow: /$
Allow: /kontakt/
Allow: /impressum/
Allow: /datenschutz/
Allow: /barrierefreiheit/
Disallow: /
"""


@login_not_required
@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    """Only the public pages belong into a search engine."""
    return HttpResponse(_ROBOTS, content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
def favicon(_request: HttpRequest) -> HttpResponsePermanentRedirect:
    """Lead old browsers that ask for this fixed name to the icon."""
    return HttpResponsePermanentRedirect(static("ui/icon.svg"))
