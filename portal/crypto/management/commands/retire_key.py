"""``manage.py retire_key NAME``: throw away the keys that nothing uses any more."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from portal.crypto.enums import KeysetName
from portal.crypto.errors import KeyInUse, KeyNeverRetired, KeysetMissing
from portal.crypto.services import retire_old_keys


class Command(BaseCommand):
    """Remove all keys but the newest; refuses while anything is still sealed with one of them."""

    help = "Remove all keys of a keyset but the newest; refuses while anything is still sealed with one of them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``name``: which keyset."""
        parser.add_argument("name", choices=[str(name) for name in KeysetName])

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print the ids of the removed keys."""
        name = KeysetName(options["name"])
        try:
            retired = retire_old_keys(name)
        except KeyNeverRetired:
            raise CommandError(
                _("Die Schlüssel von %(name)s bleiben: Codes auf Papier und Siegel hängen daran.") % {"name": name}
            ) from None
        except KeyInUse as error:
            raise CommandError(_("Ältere Schlüssel werden noch gebraucht: %(what)s") % {"what": error}) from None
        except KeysetMissing as error:
            raise CommandError(str(error)) from None
        for key_id in retired:
            self.stdout.write(_("Schlüssel %(id)s entfernt aus %(name)s.") % {"id": key_id, "name": name})
