"""``manage.py vapid_keys``: a new key pair for hints on devices."""

from typing import Any

from django.core.management.base import BaseCommand

from portal.notices.domain.vapid import new_private_key, public_key


class Command(BaseCommand):
    """Print a new pair. Nothing is stored: the private key belongs to the other secrets."""

    help = "Print a new VAPID key pair: the line for the environment, and the public key for comparison."
    requires_system_checks = ()

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print both."""
        private = new_private_key()
        self.stdout.write(f"PORTAL_VAPID_PRIVATE_KEY={private}")
        self.stdout.write(f"# public: {public_key(private)}")
