"""``manage.py create_keysets``: the keys for encryption at rest."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from portal.crypto.errors import KeysetExists
from portal.crypto.services.keysets import create_keysets, create_missing_keysets


class Command(BaseCommand):
    """Make the keysets; never overwrites one."""

    help = "Make the keysets for encryption at rest in PORTAL_KEYSET_DIR; never overwrites one."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``--if-missing``: make only those that are not there."""
        parser.add_argument("--if-missing", action="store_true", help="make only those that are not there")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print the names of those made."""
        try:
            made = create_missing_keysets() if options["if_missing"] else create_keysets()
        except KeysetExists as error:
            raise CommandError(_("Schlüsselbund schon vorhanden: %(names)s") % {"names": error}) from None
        for name in made:
            self.stdout.write(_("Schlüsselbund angelegt: %(name)s") % {"name": name})
