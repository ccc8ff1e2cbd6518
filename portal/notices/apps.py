"""App configuration of notices."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    """Channels and the record of what was sent."""

    name = "portal.notices"
    label = "notices"
    verbose_name = _("Benachrichtigungen")

    def ready(self) -> None:
        """Subscribe, listen to confirmed addresses, say what is held of people and for how long."""
        from allauth.account.models import EmailAddress  # noqa: PLC0415 -- models cannot be imported before Django is ready
        from django.db.models.signals import post_save  # noqa: PLC0415 -- as below

        from portal.audit.models.personal_data import declare_personal_data  # noqa: PLC0415 -- models cannot be imported before Django is ready
        from portal.crypto.models import declare_holdings  # noqa: PLC0415 -- as above
        from portal.notices import tasks  # noqa: PLC0415 -- as above
        from portal.notices.domain import holdings, personal_data  # noqa: PLC0415 -- as above
        from portal.notices.services.bounces import hear_of_address  # noqa: PLC0415 -- as above
        from portal.outbox.services import subscribe  # noqa: PLC0415 -- as above

        subscribe("notice.waiting", tasks.send_waiting)
        post_save.connect(hear_of_address, sender=EmailAddress, dispatch_uid="notices.address_confirmed")
        declare_personal_data(parts=personal_data.PARTS, rules=personal_data.RULES)
        declare_holdings(holdings.PUSH_ENDPOINTS)
