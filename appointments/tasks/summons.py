"""What happens after a summons was sent."""

from uuid import UUID

from appointments.domain import summons_notice


def notify_of_summons(subject_id: UUID) -> None:
    """Handle ``summons.sent``, ``summons.notice_due`` and ``decision_notice.settled``: the next notice. Idempotent."""
    summons_notice.send_next_notice(subject_id)
