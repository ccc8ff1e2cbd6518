"""Background work of the documents app. The outbox calls and repeats it (``tidying``: beat)."""

from portal.documents.tasks.checking import join_parts, prepare, scan

__all__ = ["join_parts", "prepare", "scan"]
