"""App configuration of accounts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Users, jobcenters and staff."""

    name = "portal.accounts"
    label = "accounts"
    verbose_name = _("Jobcenter und Konten")

    def ready(self) -> None:
        """Record sign-ins and changes of accounts."""
        from portal.accounts.views.receivers import connect_receivers  # noqa: PLC0415 -- models are loaded only now

        connect_receivers()
