"""News to the old contact, beside the checks: it must go out although a rule is stuck."""

from uuid import UUID

from applications.models import Application


def tell_of_change(subject_id: UUID) -> None:
    """Handle ``application.received``: say in the postbox that money or post is to go elsewhere. Idempotent."""
    from applications.domain import contact_change  # noqa: PLC0415 -- as in checks: the web only needs the name

    contact_change.tell_of_change(Application.objects.select_related("submission").get(pk=subject_id))
