"""Use cases of the postbox."""

from mailbox.domain.posting import post_notice
from mailbox.services.discarding import discard_threads, erase_threads
from mailbox.services.exporting import Export, TooLong, export_pdf, export_zip
from mailbox.services.reading import read_thread

__all__ = [
    "Export",
    "TooLong",
    "discard_threads",
    "erase_threads",
    "export_pdf",
    "export_zip",
    "post_notice",
    "read_thread",
]
