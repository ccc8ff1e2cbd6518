"""Reads of the postbox."""

from mailbox.selectors.thread import inbox, threads_visible_to, unread_count

__all__ = ["inbox", "threads_visible_to", "unread_count"]
