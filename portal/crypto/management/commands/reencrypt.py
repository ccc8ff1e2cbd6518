"""``manage.py reencrypt``: move everything that is encrypted to the newest keys."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from tqdm import tqdm

from portal.crypto.enums import KeysetName
from portal.crypto.errors import KeysetMissing
from portal.crypto.services import holdings_of, is_freshly_rotated, move_to_newest_key, rotate_keyset


class Command(BaseCommand):
    """Bring everything to the newest key of its keyset while the portal runs; killed, it goes on when called again."""

    help = "Bring everything that is encrypted to the newest key. Safe while the portal runs; call again after a kill."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``name``: only these keysets. ``--rotate``: give each a new key first.

        Not while a move is under way or when it got one today: so the same call goes on after a kill.
        """
        known = [str(name) for name in KeysetName]
        parser.add_argument("name", nargs="*", help=f"only these keysets: {', '.join(known)}")
        parser.add_argument("--rotate", action="store_true", help="first add a new key to each named keyset")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print per kind how much has moved. Ends with an error when something does not open."""
        names = self._names(options["name"])
        try:
            if options["rotate"]:
                self._rotate(names if options["name"] else [])
            stuck = sum(self._move(names))
        except KeysetMissing as error:
            raise CommandError(str(error)) from None
        if stuck:
            text = _("%(count)s Stück lassen sich nicht öffnen und bleiben, wie sie sind.")
            raise CommandError(text % {"count": stuck})

    def _names(self, given: list[str]) -> list[KeysetName]:
        try:
            return [KeysetName(name) for name in given] or list(KeysetName)
        except ValueError as error:
            raise CommandError(str(error)) from None

    def _rotate(self, names: list[KeysetName]) -> None:
        if not names:
            raise CommandError(_("Bitte nennen Sie die Schlüsselbunde, die einen neuen Schlüssel bekommen."))
        for name in names:
            if any(holding.waiting() for holding in holdings_of([name])):
                text = _("%(name)s: Der letzte Umzug ist noch nicht fertig, er geht weiter.") % {"name": name}
            elif is_freshly_rotated(name):
                text = _("%(name)s: Der neueste Schlüssel ist noch keinen Tag alt, er bleibt.") % {"name": name}
            else:
                text = _("Neuer Schlüssel %(id)s im Schlüsselbund %(name)s.") % {
                    "id": rotate_keyset(name),
                    "name": name,
                }
            self.stdout.write(text)

    def _move(self, names: list[KeysetName]) -> list[int]:
        stuck = []
        for holding in holdings_of(names):
            waiting = holding.waiting()
            with tqdm(total=waiting, desc=holding.label, disable=not sys.stderr.isatty()) as bar:
                left = move_to_newest_key(holding, tell=bar.update) if waiting else 0
            stuck.append(left)
            if waiting:
                text = _("%(label)s: %(moved)s von %(waiting)s umgezogen")
                self.stdout.write(text % {"label": holding.label, "moved": max(waiting - left, 0), "waiting": waiting})
        return stuck
