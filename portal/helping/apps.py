"""App configuration of the pages about helping."""

from django.apps import AppConfig


class HelpingConfig(AppConfig):
    """Forms, views and templates only; the models are those of cases."""

    name = "portal.helping"
    label = "helping"
