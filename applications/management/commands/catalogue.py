"""``manage.py catalogue``: every form with its questions, for people or for programs. Needs no database.

With the forms it writes the page of their papers.
"""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import translation

from applications.catalogue import evidence_page
from applications.catalogue.listing import listed_forms
from applications.catalogue.listing_page import PUBLISHED, forms_page

LANGUAGE = "de"  # of the forms


class Command(BaseCommand):
    """Prints the catalogue, or writes docs/forms.md and docs/evidence.md."""

    help = "Print every form with sections, steps, questions, conditions and papers."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the way of printing."""
        ways = parser.add_mutually_exclusive_group()
        ways.add_argument("--json", action="store_true", help="for programs")
        ways.add_argument("--write", action="store_true", help="write docs/forms.md and docs/evidence.md anew")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Print or write."""
        with translation.override(LANGUAGE):
            listed = listed_forms()
            if options["write"]:
                PUBLISHED.write_text(forms_page(listed), encoding="utf-8")
                evidence_page.PUBLISHED.write_text(evidence_page.evidence_page(), encoding="utf-8")
            elif options["json"]:
                self.stdout.write(json.dumps({"forms": listed}, ensure_ascii=False, indent=2))
            else:
                self.stdout.write(forms_page(listed), ending="")
