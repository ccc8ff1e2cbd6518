"""``manage.py try_upload FILE…``: what the portal would make of these files, without keeping anything."""

import json
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import OperationalError, connection

from portal.crypto.services import create_missing_keysets
from portal.documents.services.trial import try_file


class Command(BaseCommand):
    """Run files through the whole pipeline in a case that is taken back; private services are started if none run.

    One line of JSON for each file (`Trial`). The exit code is 0 however they end.
    """

    help = "Run files through the whole pipeline without keeping them; one line of JSON for each."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``files``: paths."""
        parser.add_argument("files", nargs="+", metavar="FILE")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print the lines; a file that is not there has one, too."""
        if settings.PORTAL.own_services:
            create_missing_keysets()
        elif not _has_database():
            self._with_own_services(options["files"])
            return
        for name in options["files"]:
            self.stdout.write(json.dumps(try_file(Path(name)).as_dict(), ensure_ascii=False))
            self.stdout.flush()

    def _with_own_services(self, files: list[str]) -> None:
        self.stderr.write("No database answers: starting private services …")
        places = [str(Path(name).resolve()) for name in files]  # they run in the folder of the project
        folder = Path(sys.argv[0]).resolve().parent  # that of manage.py
        command = [sys.executable, "manage.py", "try_upload", *places]
        subprocess.run([sys.executable, "-m", "ops.migrated", "--", *command], cwd=folder, check=True)  # noqa: S603 -- ours


def _has_database() -> bool:
    try:
        connection.ensure_connection()
    except OperationalError:
        return False
    return True
