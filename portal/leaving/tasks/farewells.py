"""What follows when an account was closed."""

from uuid import UUID

from portal.leaving.domain import announcing


def say_farewell(subject_id: UUID) -> None:
    """Handle ``account.closed``: send the last e-mail and forget its address. Idempotent."""
    announcing.say_farewell(subject_id)
