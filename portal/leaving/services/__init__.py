"""Use cases of leaving."""

from portal.leaving.services.closing import close_account
from portal.leaving.services.data_copy import open_copy, request_copy

__all__ = ["close_account", "open_copy", "request_copy"]
