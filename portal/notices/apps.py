"""App configuration of notices."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    """Channels and the record of what was sent."""

    name = "portal.notices"
    label = "notices"
    verbose_name = _("Benachrichtigungen")
