"""App configuration of the public pages."""

from django.apps import AppConfig

import portal.pages.checks  # noqa: F401 -- registers the system checks


class PagesConfig(AppConfig):
    """Views and templates only; has no models."""

    name = "portal.pages"
    label = "pages"
