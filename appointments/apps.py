"""App configuration of the appointments."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AppointmentsConfig(AppConfig):
    """The way to a conversation with a person."""

    name = "appointments"
    verbose_name = _("Termine")
