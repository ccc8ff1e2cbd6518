"""Reads of the postbox."""

from mailbox.selectors.draft import (
    attached_to,
    drafts_left_behind,
    drafts_of,
    files_of_drafts,
    new_from_phone,
    place_of,
)
from mailbox.selectors.thread import inbox, threads_visible_to, unread_count

__all__ = [
    "attached_to",
    "drafts_left_behind",
    "drafts_of",
    "files_of_drafts",
    "inbox",
    "new_from_phone",
    "place_of",
    "threads_visible_to",
    "unread_count",
]
