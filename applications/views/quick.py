"""Secure the date: a stranger begins at once, without account or code; everybody finds what they have begun."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views import View

from applications.catalogue.continuing import short_form
from applications.domain.draft import course_of
from applications.errors import NotAllowed
from applications.services.draft import start_draft
from applications.views.drafts import PURPOSE
from applications.views.pages import step_url
from portal.cases.views.actor import known_actor_of
from portal.cases.views.guest import strangers_begin


@method_decorator(strangers_begin, name="dispatch")
class QuickView(View):
    """GET: what it is, and a button; an address to print on a poster. POST: on to the first page of questions."""

    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The same for everybody."""
        return render(request, "applications/quick.html", {"form": short_form()})

    def post(self, request: HttpRequest) -> HttpResponse:
        """Pressed twice: one draft. Strangers in the space of somebody sign in first."""
        actor = known_actor_of(request, purpose=PURPOSE)
        if actor is None:
            return redirect("applications:overview")
        try:
            draft = start_draft(actor=actor, form_key=short_form().key)
        except NotAllowed:
            raise Http404 from None
        return redirect(step_url(draft.pk, course_of(draft).walked[0].slug))
