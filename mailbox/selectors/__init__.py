"""Reads of the postbox."""

from mailbox.selectors.evidence import (
    OpenRequest,
    is_answered,
    open_requests,
    overdue_requests,
    requests_to_look_at,
    requests_visible_to,
    with_everything,
)
from mailbox.selectors.thread import inbox, threads_visible_to, unread_count

__all__ = [
    "OpenRequest",
    "inbox",
    "is_answered",
    "open_requests",
    "overdue_requests",
    "requests_to_look_at",
    "requests_visible_to",
    "threads_visible_to",
    "unread_count",
    "with_everything",
]
