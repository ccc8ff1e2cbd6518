"""Background work of the documents app. The outbox calls and repeats it (``tidying``: beat)."""

from portal.documents.tasks.checking import join_parts, prepare, scan
from portal.documents.tasks.reading import read_pages

__all__ = ["join_parts", "prepare", "read_pages", "scan"]
