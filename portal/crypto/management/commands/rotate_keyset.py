"""``manage.py rotate_keyset NAME``: a new key for everything encrypted from now on."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from portal.crypto.enums import KeysetName
from portal.crypto.errors import KeysetMissing
from portal.crypto.services import rotate_keyset


class Command(BaseCommand):
    """Add a key and make it the one to encrypt with; older values stay readable."""

    help = "Add a new key to a keyset and encrypt with it from now on; older values stay readable."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``name``: which keyset."""
        parser.add_argument("name", choices=[str(name) for name in KeysetName])

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print the id of the new key."""
        try:
            key_id = rotate_keyset(KeysetName(options["name"]))
        except KeysetMissing as error:
            raise CommandError(str(error)) from None
        text = _("Neuer Schlüssel %(id)s im Schlüsselbund %(name)s.")
        self.stdout.write(text % {"id": key_id, "name": options["name"]})
