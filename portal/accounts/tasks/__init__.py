"""Work after something happened to an account."""

from uuid import UUID

from portal.accounts.domain.new_device import tell_about_new_device


def tell_person(user_id: UUID) -> None:
    """Send the e-mail about a sign-in with an unknown device. Raises MailNotSent: the outbox tries again."""
    tell_about_new_device(user_id)
