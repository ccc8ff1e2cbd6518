"""A page for a file that cannot be opened, from whatever view it was asked for."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from portal.documents.errors import ContentUnavailable


class ContentUnavailableMiddleware:
    """Answers 503 with what happened and what to do, before a single byte of the file was sent.

    What breaks off later is cut by the server in mid-air: the length was announced, so no browser takes it for whole.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Take the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer in place of the view; None for everything else."""
        if not isinstance(exception, ContentUnavailable):
            return None
        response = render(request, "documents/unavailable.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
        response.headers["Cache-Control"] = "no-store"
        return response
