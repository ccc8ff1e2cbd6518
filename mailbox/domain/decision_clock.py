"""The clock of one decision: only where a notice was sent."""

from mailbox.domain.delivery_clock import DeliveryClock, clock
from mailbox.enums import Delivery, Instruction
from mailbox.models import Decision


def clock_of(decision: Decision) -> DeliveryClock | None:
    """Return the clock (§ 37 (2a) SGB X, §§ 64, 84 SGG); None by post, and as long as no notice was sent.

    Holidays are those of the place, as they were known when it was released.
    """
    if decision.notified_at is None or decision.delivery != Delivery.PORTAL:
        return None
    return clock(
        sent=decision.notified_at,
        land=decision.land or None,
        local_holidays=frozenset(decision.local_holidays),
        abroad=decision.is_abroad,
        instruction=Instruction(decision.instruction),
    )
