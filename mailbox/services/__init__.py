"""Use cases of the postbox."""

from mailbox.domain.posting import post_notice
from mailbox.services.reading import read_thread

__all__ = ["post_notice", "read_thread"]
