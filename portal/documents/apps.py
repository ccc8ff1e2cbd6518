"""Django's entry to the app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DocumentsConfig(AppConfig):
    """Files."""

    name = "portal.documents"
    label = "documents"
    verbose_name = _("Unterlagen")
