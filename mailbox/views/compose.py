"""A new conversation."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mailbox.permissions import may_write
from mailbox.selectors import Place, place_for_new
from mailbox.views.writing import WritingView


class ComposeView(WritingView):
    """GET: the form, or why nothing can be written yet and whom to call. POST: see `WritingView`."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """With the draft, if one was begun."""
        place = self.find_place()
        if place is None or not may_write(self.actor, place.case, place.person):
            return render(request, "mailbox/not_yet.html", {"may_begin": not self.actor.acting_for})
        return self.begun(request, place)

    def find_place(self, **_kwargs: Any) -> Place | None:
        """The case of the actor."""
        return place_for_new(self.actor)

    def page(self, request: HttpRequest, place: Place, context: dict[str, Any], status: int) -> HttpResponse:
        """The form alone."""
        return render(request, "mailbox/compose.html", {"place": place, **context}, status=status)
