"""Use cases of the postbox."""

from mailbox.domain.posting import post_notice
from mailbox.services.contact import (
    Contact,
    Scan,
    add_scan,
    begun_contact,
    contact_draft,
    discard_old_contacts,
    record_contact,
    recorded_with,
    remove_scan,
)
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
from mailbox.services.exporting import Export, TooLong, export_pdf, export_zip
from mailbox.services.handling import move_thread, need_no_answer, write_note
from mailbox.services.left_behind import keep_left_behind
from mailbox.services.letters import OfficeLetter, SentLetter, send_letter, way_of_letter
from mailbox.services.paper_piles import discard_old_piles
from mailbox.services.reading import read_thread
from mailbox.services.retrieving import open_decision
from mailbox.services.texts import begin_text, change_text, publish_version, save_version, take_over_text
from mailbox.services.writing import attach, discard_draft, save_draft, send_message, send_words, sent_with

__all__ = [
    "Contact",
    "Export",
    "Letter",
    "OfficeLetter",
    "Scan",
    "SentLetter",
    "TooLong",
    "add_scan",
    "attach",
    "begin_text",
    "begun_contact",
    "change_decision",
    "change_text",
    "contact_draft",
    "discard_draft",
    "discard_old_contacts",
    "discard_old_piles",
    "discard_threads",
    "erase_threads",
    "export_pdf",
    "export_zip",
    "give_back",
    "hand_to_second",
    "keep_left_behind",
    "move_thread",
    "need_no_answer",
    "open_decision",
    "place_decision",
    "post_notice",
    "publish_version",
    "read_thread",
    "record_contact",
    "record_posted",
    "recorded_with",
    "release_decision",
    "remove_scan",
    "save_draft",
    "save_version",
    "send_letter",
    "send_message",
    "send_words",
    "sent_with",
    "take_over_text",
    "way_of_letter",
    "way_today",
    "withdraw_decision",
    "write_note",
]
