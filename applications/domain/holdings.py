"""What this app keeps under keysets besides encrypted fields."""

from applications.models import Application
from applications.models.iban_index import iban_index
from portal.crypto.services import index_holding


def expected_iban_index(application: Application) -> str | None:
    """Return the index of the IBAN that was handed in."""
    return iban_index((application.submission.data.get("bank") or {}).get("iban"))


IBANS = index_holding(
    column="applications.Application.iban_index",
    rows=lambda: Application.objects.select_related("submission"),
    expected=expected_iban_index,
)
