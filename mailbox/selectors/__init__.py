"""Reads of the postbox."""

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
from mailbox.selectors.thread import inbox, threads_visible_to, unread_count

__all__ = [
    "decision_of",
    "decisions_to_show",
    "decisions_visible_to",
    "has_come_back",
    "inbox",
    "not_notified",
    "notice_of",
    "threads_visible_to",
    "to_be_posted",
    "unread_count",
    "waiting_for_second",
]
