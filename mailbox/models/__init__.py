"""Tables of the postbox."""

from mailbox.models.decision import Decision, DecisionStep
from mailbox.models.evidence_request import EvidenceAnswer, EvidenceItem, EvidenceRequest, Extension, ItemStep
from mailbox.models.message import Attachment, Message, MessageDraft
from mailbox.models.note import Note
from mailbox.models.paper_scan import PaperScan
from mailbox.models.step import ThreadStep
from mailbox.models.text import TextTemplate, TextVersion, TopicRoute
from mailbox.models.thread import Thread

__all__ = [
    "Attachment",
    "Decision",
    "DecisionStep",
    "EvidenceAnswer",
    "EvidenceItem",
    "EvidenceRequest",
    "Extension",
    "ItemStep",
    "Message",
    "MessageDraft",
    "Note",
    "PaperScan",
    "TextTemplate",
    "TextVersion",
    "Thread",
    "ThreadStep",
    "TopicRoute",
]
