"""Django's entry to the app."""

from django.apps import AppConfig


class CryptoConfig(AppConfig):
    """Encryption at rest."""

    name = "portal.crypto"
    label = "crypto"
