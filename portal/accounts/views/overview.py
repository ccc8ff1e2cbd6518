"""The account at a glance."""

from typing import Any

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount
from django.utils.translation import gettext as _
from django.views.generic import TemplateView


class OverviewView(TemplateView):
    """Shows the e-mail address and what can be changed."""

    template_name = "account/overview.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Say which accounts elsewhere are connected."""
        user = self.request.user
        names = {provider.sub_id: provider.name for provider in get_adapter().list_providers(self.request)}
        connected = SocialAccount.objects.filter(user_id=user.pk).order_by("date_joined")
        connected_names = [names.get(account.provider, _("Anderes Konto")) for account in connected]
        return {
            **super().get_context_data(**kwargs),
            "connected_names": connected_names,
            "signs_in_elsewhere": bool(names or connected_names),
        }
