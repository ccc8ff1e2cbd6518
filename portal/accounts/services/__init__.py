"""Use cases around accounts."""

from portal.accounts.services.record_account_event import (
    record_account_event,
    record_failed_sign_in,
    record_office_data_event,
)
from portal.accounts.services.recovery import is_address_taken, open_account, renew_access

__all__ = [
    "is_address_taken",
    "open_account",
    "record_account_event",
    "record_failed_sign_in",
    "record_office_data_event",
    "renew_access",
]
