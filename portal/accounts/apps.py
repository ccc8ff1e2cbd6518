"""App configuration of accounts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Users, jobcenters and staff."""

    name = "portal.accounts"
    label = "accounts"
    verbose_name = _("Jobcenter und Konten")

    def ready(self) -> None:
        """Record sign-ins and changes of accounts, tell people of new devices; say what is held of people."""
        from portal.accounts import tasks  # noqa: PLC0415 -- models are loaded only now
        from portal.accounts.domain import factor_secrets, personal_data  # noqa: PLC0415 -- as above
        from portal.accounts.views.receivers import connect_receivers  # noqa: PLC0415 -- as above
        from portal.audit.models.personal_data import declare_personal_data  # noqa: PLC0415 -- as above
        from portal.crypto.models import declare_holdings  # noqa: PLC0415 -- as above
        from portal.outbox.services import subscribe  # noqa: PLC0415 -- as above

        connect_receivers()
        declare_personal_data(parts=personal_data.PARTS, rules=personal_data.RULES)
        declare_holdings(factor_secrets.SECRETS)
        subscribe("account.new_device", tasks.tell_person)
