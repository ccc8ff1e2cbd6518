"""What every own page of the desk hands to its template."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def desk_page(
    request: HttpRequest, template: str, *, title: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """Render ``template`` in the frame of the site that serves the request; the answer is never cached."""
    site: admin.AdminSite = request.desk_site  # type: ignore[attr-defined] # set by DeskSite.admin_view
    response = render(request, template, {**site.each_context(request), "title": title, **context}, status=status)
    response.no_store = True  # type: ignore[attr-defined] # read by the security headers middleware
    return response
