"""Who may do what in the postbox, as predicates."""

from mailbox.permissions.conversation import may_write
from mailbox.permissions.decision import is_addressee, may_place_decisions, may_read_decision_file
from mailbox.permissions.evidence import may_answer, may_ask, may_draft, may_judge_item, may_prepare

__all__ = [
    "is_addressee",
    "may_answer",
    "may_ask",
    "may_draft",
    "may_judge_item",
    "may_place_decisions",
    "may_prepare",
    "may_read_decision_file",
    "may_write",
]
