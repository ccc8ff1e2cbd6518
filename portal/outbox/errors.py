"""Situations around the outbox."""


class OutboxError(Exception):
    """Base of the situations below."""


class OutsideTransaction(OutboxError):
    """A fact was published outside of a transaction, so it could get lost or be told although nothing happened."""


class DuplicateHandler(OutboxError):
    """A handler name is taken, or a handler subscribes to the same fact twice."""


class UnknownHandler(OutboxError):
    """A row names a handler that no app subscribes any more."""


class MessageNotDead(OutboxError):
    """Only a message that was given up can be tried again by hand."""


class BrokerUnreachable(OutboxError):
    """Messages could not be handed to Celery; they stay in the outbox and are tried again."""
