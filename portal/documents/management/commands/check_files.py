"""``manage.py check_files``: is everything that was handed in still there, and does it open?"""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from tqdm import tqdm

from portal.documents.domain.file_check import Finding, check_files, delete_orphan
from portal.documents.enums import FileFault
from portal.documents.models import StoredFile


class Command(BaseCommand):
    """One line for each file with something wrong, by its id only; exit code 1 when any is left."""

    help = "Compare the rows of stored files with the store and open every file. Exit code 1 when something is wrong."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``--fast``: do not open files. ``--delete-orphans``: remove contents that no row knows."""
        parser.add_argument("--fast", action="store_true", help="only look whether contents are there, open nothing")
        parser.add_argument("--delete-orphans", action="store_true", help="remove contents without a row")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print findings as they come."""
        left = checked = 0
        try:
            with tqdm(total=StoredFile.objects.count(), disable=not sys.stderr.isatty()) as bar:
                for number, findings in check_files(fast=options["fast"]):
                    checked += number
                    bar.update(number)
                    left += sum(self._tell(finding, delete=options["delete_orphans"]) for finding in findings)
        except OSError as error:
            raise CommandError(_("Der Dateispeicher antwortet nicht: %(error)s") % {"error": error}) from None
        self.stdout.write(_("%(number)s Dateien geprüft.") % {"number": checked})
        if left:
            raise CommandError(_("%(number)s Dateien sind nicht in Ordnung.") % {"number": left})

    def _tell(self, finding: Finding, *, delete: bool) -> bool:
        """Print it; whether it is left."""
        if finding.fault is FileFault.ORPHAN and delete:
            delete_orphan(finding)
            self.stdout.write(_("%(id)s: ohne Eintrag, gelöscht") % {"id": finding.file_id})
            return False
        self.stdout.write(f"{finding.file_id}: {finding.fault.label}")
        return True
