"""Publishing of facts and the care of messages that got stuck."""

from portal.outbox.models import subscribe
from portal.outbox.services.messages import deliver_due, publish, retry_dead

__all__ = ["deliver_due", "publish", "retry_dead", "subscribe"]
