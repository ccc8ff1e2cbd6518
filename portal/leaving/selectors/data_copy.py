"""The copy of an account."""

from uuid import UUID

from portal.leaving.models import DataCopy


def copy_of(user_id: UUID) -> DataCopy | None:
    """Return the account's copy with its file, being made or ready; None when there is none. One SQL."""
    return DataCopy.objects.select_related("stored").filter(user_id=user_id).first()
