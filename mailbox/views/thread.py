"""One conversation: what was written, and the form to answer."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views import View

from mailbox.domain.conversation import posts_of
from mailbox.models import Attachment
from mailbox.permissions import may_write
from mailbox.selectors import Place, threads_visible_to
from mailbox.services import read_thread
from mailbox.views.writing import PURPOSE, WritingView
from portal.cases.enums import Shown
from portal.cases.services import note_seen
from portal.cases.views.actor import actor_of
from portal.documents.views import document_response


class ThreadView(WritingView):
    """GET: the messages, read from now on, newest first. POST: an answer, see `WritingView`. Foreign threads: 404."""

    def get(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """With the draft of an answer, if one was begun."""
        place = self.find_place(pk=pk)
        if place is None:
            raise Http404
        return self.begun(request, place)

    def find_place(self, **kwargs: Any) -> Place | None:
        """The thread of the address, as far as the actor sees it."""
        visible = threads_visible_to(self.actor).select_related(
            "submission", "case__jobcenter", "case__team__office", "person"
        )
        thread = visible.filter(pk=kwargs["pk"]).first()
        return Place(thread.case, thread.person, thread) if thread is not None else None

    def page(self, request: HttpRequest, place: Place, context: dict[str, Any], status: int) -> HttpResponse:
        """The messages, then the form."""
        thread = place.thread
        if thread is None:
            raise Http404
        posts = posts_of(self.actor, thread, read_thread(actor=self.actor, thread=thread))
        note_seen(actor=self.actor, case_id=thread.case_id, shown=[Shown.MESSAGES], subject=thread)
        context |= {"thread": thread, "posts": posts, "may_write": may_write(self.actor, thread.case, thread.person)}
        return render(request, "mailbox/thread.html", context, status=status)


class AttachmentView(View):
    """GET: a file of a message, for who may read the conversation, whoever has sent it. 404 for everybody else."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, pk: UUID, attachment: UUID) -> HttpResponseBase:
        """Stream it; the look is audited."""
        actor = actor_of(request, purpose=PURPOSE)
        found = get_object_or_404(
            Attachment.objects.select_related("document__stored", "document__normalised", "message"),
            pk=attachment,
            message__thread__in=threads_visible_to(actor).filter(pk=pk),
        )
        return document_response(actor, found.document)
