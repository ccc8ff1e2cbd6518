"""Throw away what was begun and not sent."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views import View

from applications.permissions.draft import may_discard
from applications.services.discard import discard_draft
from applications.views.drafts import DraftMixin


class DiscardView(DraftMixin, View):
    """GET asks, POST deletes."""

    shows = ()  # the name of the form, but no answer
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, draft_id: UUID) -> HttpResponse:  # noqa: ARG002 -- the mixin has read it
        """Ask once: it cannot be undone. Says what it does not touch."""
        if not may_discard(actor=self.actor, draft=self.draft):
            raise Http404
        return render(request, "applications/discard.html", {"draft": self.draft, "form": self.course.form})

    def post(self, request: HttpRequest, draft_id: UUID) -> HttpResponse:  # noqa: ARG002 -- as above
        """Delete, then lead to where something new can be begun."""
        discard_draft(actor=self.actor, draft=self.draft)
        messages.success(request, _("Gelöscht. Abgeschickt wurde nichts davon."))
        return redirect("applications:overview")
