"""Use cases of the postbox."""

from mailbox.services.reading import read_thread

__all__ = ["read_thread"]
