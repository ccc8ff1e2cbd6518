"""``manage.py read_pages``: have pages read that were left, for example while a language of tesseract was missing."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _

from portal.documents.domain.reading import unread
from portal.outbox.services import publish


class Command(BaseCommand):
    """Hands every document with unread pages to the workers. What is read already is not read again."""

    help = "Let the workers read the pages of released documents that have no text yet (docs/operations.md)."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print how many documents there were."""
        found = list(unread())
        with transaction.atomic():
            for document_id in found:
                publish("document.pages_left", document_id)
        self.stdout.write(_("%(number)s Unterlagen werden gelesen.") % {"number": len(found)})
