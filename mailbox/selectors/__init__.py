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
from mailbox.selectors.notes import notes_of_case, steps_of
from mailbox.selectors.place import Place, may_begin, place_for_new
from mailbox.selectors.texts import newest_versions, own_before_general, texts_in_use, texts_visible_to
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
    "newest_versions",
    "notes_of_case",
    "own_before_general",
    "place_for_new",
    "place_of",
    "search_threads",
    "steps_of",
    "texts_in_use",
    "texts_visible_to",
    "threads_visible_to",
    "unread_count",
]
