"""Background work of the documents app. The outbox calls and repeats it (``tidying``: beat)."""

from portal.documents.tasks.checking import join_parts, note_double, prepare, scan

__all__ = ["join_parts", "note_double", "prepare", "scan"]
