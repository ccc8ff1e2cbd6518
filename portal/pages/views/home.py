"""The start page, which says to whom is known what there is to do, and the contact page."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView

from portal.accounts.views.second_factor import has_used_second_factor
from portal.cases.domain.scope_words import sentences
from portal.cases.models import Actor
from portal.cases.selectors import begun_for_others
from portal.cases.views.actor import acting_case, actor_of, known_actor_of, staff_actor_of
from portal.cases.views.space import space_of
from portal.pages.content.home import ACTIONS, ACTIONS_FOR_SOMEBODY, QUESTIONS
from portal.pages.content.todo import lines
from portal.pages.navigation import first_existing
from portal.pages.selectors import jobcenters_with_offices, overview_for


@method_decorator(login_not_required, name="dispatch")
class HomeView(TemplateView):
    """What can I do here? For who is known, with account or code: what do I have to do?"""

    template_name = "pages/home.html"

    def get_template_names(self) -> list[str]:
        """Who acts for somebody sees what is to do for that person, who is a stranger what the portal is for."""
        if acting_case(self.request):
            return ["pages/home_acting.html"]
        return ["pages/todo.html" if known_actor_of(self.request) else self.template_name]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the actions whose pages exist, the to-do list and the common questions."""
        if acting_case(self.request) is not None:
            return {**super().get_context_data(**kwargs), **_for_somebody(actor_of(self.request))}
        actor = known_actor_of(self.request)
        actions = [
            {"title": action.title, "text": action.text, "icon": action.icon, "url": url}
            for action in ACTIONS
            if (url := first_existing(*action.addresses))
        ]
        return {
            **super().get_context_data(**kwargs),
            "actions": actions,
            "questions": QUESTIONS,
            "check_url": first_existing("/pruefen/"),
            **(_to_do(actor) if actor else {}),
            "is_stranger": actor is None,
            "works_here": _works_here(self.request),
        }


def _works_here(request: HttpRequest) -> bool:
    """Whether somebody signed in as staff, with their second factor: they are shown the way to the desk."""
    if not has_used_second_factor(request):
        return False
    try:
        staff_actor_of(request)
    except PermissionDenied:
        return False
    return True


def _for_somebody(actor: Actor) -> dict[str, Any]:
    """What may be done in this space, and what waits there. Links stay in it: `/` here would be one's own affairs."""
    acting = actor.acting_for
    if acting is None:
        raise Http404
    scopes = actor.scopes[acting.case_id]
    actions = [
        {"title": action.title, "text": action.text, "icon": action.icon, "url": space_of(acting.case_id) + url[1:]}
        for needed, action in ACTIONS_FOR_SOMEBODY
        if not scopes.isdisjoint(needed) and (url := first_existing(*action.addresses))
    ]
    return {
        "actions": actions,
        **_to_do(actor),
        "sentences": sentences(scopes),
        "hand_over": begun_for_others(actor).filter(pk=acting.standing_id).first(),
    }


def _to_do(actor: Actor) -> dict[str, Any]:
    """What is to do and what is under way."""
    overview = overview_for(actor)
    today = timezone.localdate()
    return {
        "todo": lines(overview.todo, today),
        "optional": lines(overview.optional, today),
        "under_way": overview.under_way,
    }


@method_decorator(login_not_required, name="dispatch")
class ContactView(TemplateView):
    """All offices with address, telephone and hours."""

    template_name = "pages/contact.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the jobcenters."""
        return {**super().get_context_data(**kwargs), "jobcenters": jobcenters_with_offices()}
