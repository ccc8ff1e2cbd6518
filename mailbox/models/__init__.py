"""Tables of the postbox."""

from mailbox.models.message import Message
from mailbox.models.thread import Thread

__all__ = ["Message", "Thread"]
