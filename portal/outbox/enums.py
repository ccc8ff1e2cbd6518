"""How a delivery ended, who takes a message, and what goes first."""

from enum import IntEnum, StrEnum


class Delivery(StrEnum):
    """Result of one attempt to deliver one message."""

    DONE = "done"  # the handler's effect and the mark are committed
    FAILED = "failed"  # nothing of the handler stays; tried again later
    DEAD = "dead"  # nothing of the handler stays; given up, visible to staff
    SKIPPED = "skipped"  # done already, given up, or just being worked on elsewhere


class Queue(StrEnum):
    """Whose processes take a message. Proofs have processes of their own: whatever hangs must not hold them up."""

    PROOF = "proof"
    GENERAL = "general"  # also CELERY_TASK_DEFAULT_QUEUE
    DOCUMENT = "document"  # what people have sent is opened here, in processes that reach the virus scanner only


class Priority(IntEnum):
    """What goes first within a queue. Celery keeps a list in Redis for each number and reads the lowest first."""

    FIRST = 0
    NORMAL = 3
    LAST = 9
