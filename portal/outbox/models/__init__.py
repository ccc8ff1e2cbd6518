"""Messages and the subscriptions that decide who gets them."""

from portal.outbox.models.message import OutboxMessage
from portal.outbox.models.subscription import Subscription, subscribe, subscriptions

__all__ = ["OutboxMessage", "Subscription", "subscribe", "subscriptions"]
