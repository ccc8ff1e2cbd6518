"""Background work of the postbox: take an id, load, call one domain function. The outbox calls and repeats it."""

from mailbox.tasks.posting import notify_person, post_receipt

__all__ = ["notify_person", "post_receipt"]
