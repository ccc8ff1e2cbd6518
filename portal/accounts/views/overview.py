"""The account at a glance."""

from typing import Any

from django.views.generic import TemplateView

from portal.accounts.models import User


class OverviewView(TemplateView):
    """Shows the e-mail address and what can be changed."""

    template_name = "account/overview.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say whether there is a password to change or one to choose."""
        user = self.request.user
        context = super().get_context_data(**kwargs)
        return {**context, "has_password": isinstance(user, User) and user.has_usable_password()}
