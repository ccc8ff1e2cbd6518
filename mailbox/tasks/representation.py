"""What happens after staff have checked who represents a person: the postbox says so, and with it an e-mail to both."""

from uuid import UUID

from mailbox.domain import representation_news
from portal.cases.enums import ON_ONES_WORD
from portal.cases.models import Standing


def post_representation_checked(subject_id: UUID) -> None:
    """Handle ``standing.checked`` for who represents a person by right: a line in the person's postbox. Idempotent."""
    standing = Standing.objects.select_related("person").get(pk=subject_id)
    if standing.kind not in ON_ONES_WORD:
        representation_news.say_checked(standing)
