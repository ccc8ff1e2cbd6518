"""Who may do what in the postbox, as predicates."""

from mailbox.permissions.decision import is_addressee, may_place_decisions, may_read_decision_file

__all__ = ["is_addressee", "may_place_decisions", "may_read_decision_file"]
