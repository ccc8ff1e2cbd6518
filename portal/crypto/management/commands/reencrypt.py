"""``manage.py reencrypt``: move all encrypted fields to the newest key."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from portal.crypto.services import reencrypt_rows


class Command(BaseCommand):
    """Seal every encrypted field of every row with the newest key, after ``rotate_keyset fields``."""

    help = "Seal every encrypted field of every row with the newest key."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print the number of rows per model."""
        for label, count in reencrypt_rows().items():
            self.stdout.write(_("%(model)s: %(count)s Zeilen") % {"model": label, "count": count})
