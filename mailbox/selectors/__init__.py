"""Reads of the postbox."""

from mailbox.selectors.draft import (
    apart_from_messages,
    attached_to,
    drafts_left_behind,
    drafts_of,
    files_of_drafts,
    new_from_phone,
    place_of,
)
from mailbox.selectors.place import Place, may_begin, place_for_new
from mailbox.selectors.thread import Found, inbox, search_threads, threads_visible_to, unread_count

__all__ = [
    "Found",
    "Place",
    "apart_from_messages",
    "attached_to",
    "drafts_left_behind",
    "drafts_of",
    "files_of_drafts",
    "inbox",
    "may_begin",
    "new_from_phone",
    "place_for_new",
    "place_of",
    "search_threads",
    "threads_visible_to",
    "unread_count",
]
