"""Use cases of the postbox."""

from mailbox.domain.posting import post_notice
from mailbox.services.decisions import (
    Letter,
    change_decision,
    give_back,
    hand_to_second,
    place_decision,
    record_posted,
    release_decision,
    way_today,
    withdraw_decision,
)
from mailbox.services.discarding import discard_threads, erase_threads
from mailbox.services.left_behind import keep_left_behind
from mailbox.services.reading import read_thread
from mailbox.services.retrieving import open_decision
from mailbox.services.writing import attach, discard_draft, save_draft, send_message, send_words, sent_with

__all__ = [
    "Letter",
    "attach",
    "change_decision",
    "discard_draft",
    "discard_threads",
    "erase_threads",
    "give_back",
    "hand_to_second",
    "keep_left_behind",
    "open_decision",
    "place_decision",
    "post_notice",
    "read_thread",
    "record_posted",
    "release_decision",
    "save_draft",
    "send_message",
    "send_words",
    "sent_with",
    "way_today",
    "withdraw_decision",
]
