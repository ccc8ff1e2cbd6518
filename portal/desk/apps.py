"""App configuration of the desk."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    """The staff's own AdminSite; has no tables."""

    name = "portal.desk"
    label = "desk"
    verbose_name = _("Sachbearbeitung")
