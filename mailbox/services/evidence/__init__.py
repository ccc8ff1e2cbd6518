"""Use cases around requests for evidence (Mitwirkung, §§ 60-67 SGB I)."""

from mailbox.domain.evidence_request import ItemDraft
from mailbox.services.evidence.answering import ItemAnswer, answer_items, ask_for_time
from mailbox.services.evidence.choosing import choose_papers, hand_over_to_phone, make_one, pictures_of
from mailbox.services.evidence.drafting import add_item, change_item, change_request, draft_request, remove_item
from mailbox.services.evidence.following import follow_review
from mailbox.services.evidence.judging import decide_extension, judge_item, waive_item
from mailbox.services.evidence.recording import item_by_code, record_paper
from mailbox.services.evidence.sending import send_request, withdraw_request

__all__ = [
    "ItemAnswer",
    "ItemDraft",
    "add_item",
    "answer_items",
    "ask_for_time",
    "change_item",
    "change_request",
    "choose_papers",
    "decide_extension",
    "draft_request",
    "follow_review",
    "hand_over_to_phone",
    "item_by_code",
    "judge_item",
    "make_one",
    "pictures_of",
    "record_paper",
    "remove_item",
    "send_request",
    "waive_item",
    "withdraw_request",
]
