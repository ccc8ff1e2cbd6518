"""App configuration of cases."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    """Cases, persons, standings."""

    name = "portal.cases"
    label = "cases"
    verbose_name = _("Fälle")
