"""One sender at a time for each person and way: two that look at the same hour would both send."""

from uuid import UUID, uuid5

from django.db import connection

NAMESPACE = UUID("0f6b3a0e-52f5-4d43-9e3f-2f1f2f0b6c55")


def take_turn(recipient: UUID, channel: str) -> None:
    """Wait until nobody else sends to this recipient over this channel; holds until the transaction ends."""
    number = int.from_bytes(uuid5(NAMESPACE, f"{channel}:{recipient}").bytes[:8], "big", signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])
