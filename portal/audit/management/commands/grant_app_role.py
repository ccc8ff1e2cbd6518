"""``manage.py grant_app_role``: the rights of the database role that runs the portal."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from portal.audit.errors import RoleUnfit
from portal.audit.services import grant_app_role
from portal.audit.services.grants import APP_ROLE


class Command(BaseCommand):
    """Run as the owner of the tables, after every ``migrate``."""

    help = "Give the portal's database role what it needs, and only INSERT and SELECT on the audit tables."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``--role``: another name for the role."""
        parser.add_argument("--role", default=APP_ROLE)

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print the role."""
        try:
            grant_app_role(options["role"])
        except RoleUnfit as error:
            raise CommandError(_("Die Datenbankrolle ist nicht geeignet: %(reason)s") % {"reason": error}) from None
        self.stdout.write(_("Rechte vergeben an die Datenbankrolle %(role)s.") % {"role": options["role"]})
