"""The start page and the contact page."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView

from portal.cases.views.actor import known_actor_of
from portal.pages.content.home import ACTIONS, QUESTIONS
from portal.pages.navigation import first_existing
from portal.pages.selectors import jobcenters_with_offices, todo_for


@method_decorator(login_not_required, name="dispatch")
class HomeView(TemplateView):
    """What can I do here? For signed-in claimants also: what do I have to do?"""

    template_name = "pages/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the actions whose pages exist, the to-do list and the common questions."""
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
            "todo": todo_for(actor) if actor else [],
            "is_stranger": actor is None,
        }


@method_decorator(login_not_required, name="dispatch")
class ContactView(TemplateView):
    """All offices with address, telephone and hours."""

    template_name = "pages/contact.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the jobcenters."""
        return {**super().get_context_data(**kwargs), "jobcenters": jobcenters_with_offices()}
