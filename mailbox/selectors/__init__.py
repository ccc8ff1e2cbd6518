"""Reads of the postbox."""

from mailbox.selectors.apart import apart_from_postbox, files_of_postbox
from mailbox.selectors.decision import (
    decision_of,
    decisions_to_show,
    decisions_visible_to,
    has_come_back,
    not_notified,
    notice_of,
    to_be_posted,
    waiting_for_second,
)
from mailbox.selectors.draft import (
    apart_from_messages,
    attached_to,
    drafts_left_behind,
    drafts_of,
    files_of_drafts,
    new_from_phone,
    place_of,
)
from mailbox.selectors.evidence import (
    OpenRequest,
    is_answered,
    open_requests,
    requests_visible_to,
    with_everything,
)
from mailbox.selectors.notes import notes_of_case, steps_of
from mailbox.selectors.place import Place, may_begin, place_for_new
from mailbox.selectors.texts import newest_versions, own_before_general, text_in_force, texts_in_use, texts_visible_to
from mailbox.selectors.thread import Found, inbox, search_threads, threads_visible_to, unread_count

__all__ = [
    "Found",
    "OpenRequest",
    "Place",
    "apart_from_messages",
    "apart_from_postbox",
    "attached_to",
    "decision_of",
    "decisions_to_show",
    "decisions_visible_to",
    "drafts_left_behind",
    "drafts_of",
    "files_of_drafts",
    "files_of_postbox",
    "has_come_back",
    "inbox",
    "is_answered",
    "may_begin",
    "new_from_phone",
    "newest_versions",
    "not_notified",
    "notes_of_case",
    "notice_of",
    "open_requests",
    "own_before_general",
    "place_for_new",
    "place_of",
    "requests_visible_to",
    "search_threads",
    "steps_of",
    "text_in_force",
    "texts_in_use",
    "texts_visible_to",
    "threads_visible_to",
    "to_be_posted",
    "unread_count",
    "waiting_for_second",
    "with_everything",
]
