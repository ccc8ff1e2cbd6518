"""Forms of the postbox."""

from mailbox.forms.message import FirstMessageForm, MessageForm

__all__ = ["FirstMessageForm", "MessageForm"]
