"""Use cases around accounts."""

from portal.accounts.services.record_account_event import (
    record_account_event,
    record_failed_sign_in,
    record_office_data_event,
)

__all__ = ["record_account_event", "record_failed_sign_in", "record_office_data_event"]
