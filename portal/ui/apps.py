"""App configuration of the user interface."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Form rendering, template tags and headers; has no models."""

    name = "portal.ui"
    label = "ui"
