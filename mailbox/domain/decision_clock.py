"""The clock of one decision: only where a notice was sent."""

from mailbox.domain.delivery_clock import DeliveryClock, clock
from mailbox.enums import Delivery, Instruction
from mailbox.models import Decision


def clock_of(decision: Decision) -> DeliveryClock | None:
    """Return the clock (§ 37 (2a) SGB X, §§ 64, 84 SGG); None by post, and as long as no notice was sent.

    Holidays are those of the place where the decision was made.
    """
    if decision.notified_at is None or decision.delivery != Delivery.PORTAL:
        return None
    local = decision.created_by.jobcenter.local_holidays.all()
    return clock(
        sent=decision.notified_at,
        land=decision.land or None,
        local_holidays=frozenset(each.day for each in local),
        abroad=decision.is_abroad,
        instruction=Instruction(decision.instruction),
    )
