"""What happens after staff have checked who represents a person: the postbox says so, and with it an e-mail to both."""

from uuid import UUID

from mailbox.domain import representation_news
from portal.cases.models import Standing


def post_representation_checked(subject_id: UUID) -> None:
    """Handle ``standing.checked``: a line in the person's postbox. Idempotent."""
    representation_news.say_checked(Standing.objects.select_related("person").get(pk=subject_id))
