"""Django's entry to the app."""

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """The transactional outbox."""

    name = "portal.outbox"
    label = "outbox"
