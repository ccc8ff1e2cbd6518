"""What all pages of a draft share: whose it is, whether it is open, answers to closed and foreign ones."""

from typing import Any, ClassVar, cast

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.functional import cached_property

from applications.domain.draft import Course, course_of
from applications.errors import DraftClosed, NotAllowed
from applications.models import Draft
from applications.selectors.draft import draft_to_fill_in
from portal.cases.enums import Shown
from portal.cases.models import Actor
from portal.cases.services import note_seen
from portal.cases.views.actor import actor_of, is_guest

PURPOSE = "fill_in"


class DraftMixin:
    """Loads `actor` and `draft` before the view runs: foreign drafts answer 404, sent ones lead to their receipt."""

    request: HttpRequest
    actor: Actor
    draft: Draft
    shows: ClassVar[tuple[Shown, ...]] = (Shown.ANSWERS,)  # what a page of this kind lets somebody else see

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the draft and answer the situations every page has."""
        if not request.user.is_authenticated and not is_guest(request):
            return self.answer_to_strangers(request, **kwargs)
        self.actor = actor_of(request, purpose=PURPOSE)
        draft = draft_to_fill_in(self.actor, kwargs["draft_id"])
        if draft is None:
            raise Http404
        request.jobcenter_id = draft.jobcenter_id  # type: ignore[attr-defined] # the frame shows this office
        self.draft = draft
        if not draft.is_open:
            return self.answer_to_closed(request, draft)
        try:
            answer = super().dispatch(request, *args, **kwargs)  # type: ignore[misc] # the view beside this mixin
            return self._noted(cast("HttpResponseBase", answer))
        except NotAllowed:
            raise Http404 from None
        except DraftClosed:
            return self.answer_to_closed(request, Draft.objects.get(pk=draft.pk))

    def _noted(self, answer: HttpResponseBase) -> HttpResponseBase:
        """Write down what a page lets a helper see; leading on to another page shows nothing."""
        if "Location" not in answer.headers:
            note_seen(actor=self.actor, case_id=self.draft.case_id, shown=self.shows, subject=self.draft)
        return answer

    def answer_to_closed(self, request: HttpRequest, draft: Draft) -> HttpResponse:
        """It was sent, or has expired."""
        return closed(request, draft)

    def answer_to_strangers(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        """Nobody is signed in: sign in first."""
        return redirect_to_login(request.path)

    @cached_property
    def course(self) -> Course:
        """Form and answers as loaded; worked out anew after `keep`."""
        return course_of(self.draft)

    def keep(self, draft: Draft) -> None:
        """Go on with the draft as a service returned it."""
        self.draft = draft
        self.__dict__.pop("course", None)


def closed(request: HttpRequest, draft: Draft) -> HttpResponse:
    """The answer for a draft that was sent (its receipt) or has expired (what happened, what now)."""
    if draft.submission_id is not None:
        return redirect("submissions:confirmation", pk=draft.submission_id)
    return render(request, "applications/expired.html", {"draft": draft}, status=410)
