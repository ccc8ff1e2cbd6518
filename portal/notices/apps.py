"""App configuration of notices."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    """Channels and the record of what was sent."""

    name = "portal.notices"
    label = "notices"
    verbose_name = _("Benachrichtigungen")

    def ready(self) -> None:
        """Say what is held of people and for how long."""
        from portal.audit.models.personal_data import declare_personal_data  # noqa: PLC0415 -- models cannot be imported before Django is ready
        from portal.notices.domain import personal_data  # noqa: PLC0415 -- as above

        declare_personal_data(parts=personal_data.PARTS, rules=personal_data.RULES)
