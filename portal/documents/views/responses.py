"""How a stored file leaves the portal: as a download that can do nothing, and is kept by nobody on the way."""

from collections.abc import Iterable, Iterator

from django.http import HttpRequest, StreamingHttpResponse
from django.utils.http import content_disposition_header

from portal.cases.models import Actor
from portal.cases.views.actor import actor_of, staff_actor_of
from portal.documents.domain.names import clean_name

SANDBOX = "sandbox; default-src 'none'"


def file_response(pieces: Iterable[bytes], *, name: str, media_type: str, size: int | None) -> StreamingHttpResponse:
    """A download named ``name``: never shown in the page's origin, no sniffing, no caching.

    ``size`` in bytes, None for what is made while it flows. The name may hold any letters (RFC 6266, RFC 8187);
    control characters and line breaks are gone.
    """
    response = StreamingHttpResponse(pieces, content_type=media_type)
    disposition = content_disposition_header(as_attachment=True, filename=clean_name(name))
    response.headers["Content-Disposition"] = disposition or "attachment"
    if size is not None:
        response.headers["Content-Length"] = str(size)
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    return response


def reading_actors(request: HttpRequest, *, purpose: str) -> Iterator[Actor]:
    """As whom the signed-in user may read: first by their own standings, then, for staff, by their membership.

    Files have one address for both sides. Every query stays within one of the two functions.
    """
    yield actor_of(request, purpose=purpose)
    if getattr(request.user, "is_staff", False):
        yield staff_actor_of(request, purpose=purpose)
