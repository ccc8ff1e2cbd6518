"""Who may do what in the postbox, as predicates."""

from mailbox.permissions.conversation import may_change_text, may_handle, may_write, may_write_texts
from mailbox.permissions.decision import is_addressee, may_place_decisions, may_read_decision_file
from mailbox.permissions.evidence import may_answer, may_ask, may_draft, may_judge_item, may_prepare

__all__ = [
    "is_addressee",
    "may_answer",
    "may_ask",
    "may_change_text",
    "may_draft",
    "may_handle",
    "may_judge_item",
    "may_place_decisions",
    "may_prepare",
    "may_read_decision_file",
    "may_write",
    "may_write_texts",
]
