"""How a delivery ended."""

from enum import StrEnum


class Delivery(StrEnum):
    """Result of one attempt to deliver one message."""

    DONE = "done"  # the handler's effect and the mark are committed
    FAILED = "failed"  # nothing of the handler stays; tried again later
    DEAD = "dead"  # nothing of the handler stays; given up, visible to staff
    SKIPPED = "skipped"  # done already, given up, or just being worked on elsewhere
