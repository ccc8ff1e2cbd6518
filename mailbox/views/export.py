"""Take away what lies in the postbox: one conversation or everything, as PDF or as ZIP."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_safe

from mailbox.models import Thread
from mailbox.selectors import threads_visible_to
from mailbox.selectors.export import cases_to_export
from mailbox.services import Export, TooLong, export_pdf, export_zip
from portal.cases.models import Actor, Case
from portal.cases.views.actor import actor_of, is_guest
from portal.documents.views.responses import file_response

PURPOSE = "mailbox_export"


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """What can be taken away: for each case a PDF and a ZIP, and the way to the copy of all data (§ 83 SGB X)."""
    actor = actor_of(request, purpose=PURPOSE)
    context = {"cases": list(cases_to_export(actor)), "has_account": not is_guest(request)}
    return render(request, "mailbox/export.html", context)


@require_GET
def case(request: HttpRequest, pk: UUID, kind: str) -> HttpResponseBase:
    """Everything of one case that the actor may read; 404 for others' cases and where nothing is."""
    actor = actor_of(request, purpose=PURPOSE)
    return _answer(request, actor, get_object_or_404(cases_to_export(actor), pk=pk), None, kind)


@require_GET
def thread(request: HttpRequest, pk: UUID, kind: str) -> HttpResponseBase:
    """One conversation; 404 for those of others."""
    actor = actor_of(request, purpose=PURPOSE)
    visible = threads_visible_to(actor).select_related("case__jobcenter")
    found = get_object_or_404(visible, pk=pk)
    return _answer(request, actor, found.case, found, kind)


def _answer(request: HttpRequest, actor: Actor, of: Case, thread: Thread | None, kind: str) -> HttpResponseBase:
    """The download; the page with the way to the ZIP where one PDF cannot hold it."""
    try:
        made = _made(actor, of, thread, kind)
    except TooLong:
        return render(request, "mailbox/export_long.html", {"case": of, "thread": thread})
    return file_response(made.pieces, name=made.name, media_type=made.media_type, size=made.size)


def _made(actor: Actor, of: Case, thread: Thread | None, kind: str) -> Export:
    make = {"pdf": export_pdf, "zip": export_zip}[kind]
    return make(actor=actor, case=of, thread=thread)
