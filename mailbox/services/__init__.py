"""Use cases of the postbox."""

from mailbox.domain.posting import post_notice
from mailbox.services.discarding import discard_threads, erase_threads
from mailbox.services.reading import read_thread

__all__ = ["discard_threads", "erase_threads", "post_notice", "read_thread"]
