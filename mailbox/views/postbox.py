"""The list of threads and one thread."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from mailbox import selectors, services
from portal.cases.enums import Shown
from portal.cases.services import note_seen
from portal.cases.views.actor import actor_of

PER_PAGE = 20


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """All threads of the signed-in person, newest first, unread ones marked in words."""
    actor = actor_of(request, purpose="mailbox")
    page = Paginator(selectors.inbox(actor), PER_PAGE).get_page(request.GET.get("seite"))
    return render(request, "mailbox/inbox.html", {"page": page, "unread": selectors.unread_count(actor)})


@require_safe
def thread(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One thread, read from now on; a receipt shows the links to the page and both files. Foreign threads: 404."""
    actor = actor_of(request, purpose="mailbox")
    visible = selectors.threads_visible_to(actor).select_related("submission", "case")
    found = get_object_or_404(visible, pk=pk)
    posts = services.read_thread(actor=actor, thread=found)
    note_seen(actor=actor, case_id=found.case_id, shown=[Shown.MESSAGES], subject=found)
    request.jobcenter_id = found.case.jobcenter_id  # type: ignore[attr-defined] # the frame shows its office
    return render(request, "mailbox/thread.html", {"thread": found, "posts": posts})
