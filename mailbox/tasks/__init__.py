"""Background work of the postbox: take an id, load, call one domain function. The outbox calls and repeats it."""

from mailbox.tasks.access import (
    notify_former_address,
    notify_of_letter,
    notify_of_new_access,
    post_letter_printed,
    post_letter_used,
)
from mailbox.tasks.decisions import (
    notify_of_decision,
    tell_person_of_copy,
    tell_unchecked_representatives,
)
from mailbox.tasks.documents import ask_about_deleting, post_document_judged, post_document_refused
from mailbox.tasks.helping import (
    notify_asking_helper,
    notify_helper,
    notify_of_checked_paper,
    notify_of_refused_paper,
    notify_of_takeover,
    post_invitation_declined,
    post_paper_checked,
    post_standing_ended,
    post_standing_ends_soon,
    post_standing_extended,
    post_standing_granted,
)
from mailbox.tasks.papers import read_pile
from mailbox.tasks.posting import notify_person, notify_representatives, post_receipt
from mailbox.tasks.representation import post_representation_checked

__all__ = [
    "ask_about_deleting",
    "notify_asking_helper",
    "notify_former_address",
    "notify_helper",
    "notify_of_checked_paper",
    "notify_of_decision",
    "notify_of_letter",
    "notify_of_new_access",
    "notify_of_refused_paper",
    "notify_of_takeover",
    "notify_person",
    "notify_representatives",
    "post_document_judged",
    "post_document_refused",
    "post_invitation_declined",
    "post_letter_printed",
    "post_letter_used",
    "post_paper_checked",
    "post_receipt",
    "post_representation_checked",
    "post_standing_ended",
    "post_standing_ends_soon",
    "post_standing_extended",
    "post_standing_granted",
    "read_pile",
    "tell_person_of_copy",
    "tell_unchecked_representatives",
]
