"""Where the web touches the trail: every request gets an id."""

from collections.abc import Callable
from uuid import uuid4

from django.http import HttpRequest, HttpResponseBase

from portal.audit.services import request_id

HEADER = "X-Request-ID"


class RequestIdMiddleware:
    """Gives each request a random id: all its audit events carry it, and the answer names it in ``X-Request-ID``.

    An id sent along by the browser is not taken over: it could point at somebody else's events.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer inside of the id's scope."""
        number = uuid4().hex
        with request_id(number):
            response = self.get_response(request)
        response.headers[HEADER] = number
        return response
