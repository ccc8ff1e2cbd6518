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
from mailbox.services.reading import read_thread
from mailbox.services.retrieving import open_decision

__all__ = [
    "Letter",
    "change_decision",
    "discard_threads",
    "erase_threads",
    "give_back",
    "hand_to_second",
    "open_decision",
    "place_decision",
    "post_notice",
    "read_thread",
    "record_posted",
    "release_decision",
    "way_today",
    "withdraw_decision",
]
