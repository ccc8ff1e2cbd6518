"""What this app keeps under keysets besides encrypted fields: contents from before each file had a key of its own."""

from collections.abc import Iterator

from portal.crypto.enums import KeysetName
from portal.crypto.models import Holding
from portal.documents.domain.storage import give_own_key
from portal.documents.errors import ContentUnavailable
from portal.documents.models import StoredFile

BATCH = 100  # ids read at once


def count_without_key() -> int:
    """How many files have no key of their own."""
    return StoredFile.objects.filter(key__isnull=True).count()


def move_contents() -> Iterator[int]:
    """Give each file its own key; yield after each whether it has moved (1) or does not open (0)."""
    rest = StoredFile.objects.filter(key__isnull=True).order_by("pk")
    batch = list(rest.values_list("pk", flat=True)[:BATCH])
    while batch:
        for file_id in batch:
            try:
                yield int(give_own_key(file_id))
            except ContentUnavailable:
                yield 0
        batch = list(rest.filter(pk__gt=batch[-1]).values_list("pk", flat=True)[:BATCH])


CONTENTS = Holding(
    label="documents.StoredFile.content", keyset=KeysetName.FILES, waiting=count_without_key, move=move_contents
)
