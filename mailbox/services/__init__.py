"""Use cases of the postbox."""

from mailbox.domain.posting import post_notice
from mailbox.services.discarding import discard_threads, erase_threads
from mailbox.services.left_behind import keep_left_behind
from mailbox.services.reading import read_thread
from mailbox.services.writing import attach, discard_draft, save_draft, send_message, send_words, sent_with

__all__ = [
    "attach",
    "discard_draft",
    "discard_threads",
    "erase_threads",
    "keep_left_behind",
    "post_notice",
    "read_thread",
    "save_draft",
    "send_message",
    "send_words",
    "sent_with",
]
