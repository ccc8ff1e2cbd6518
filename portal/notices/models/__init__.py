"""Tables of notices."""

from portal.notices.models.dispatch import Dispatch

__all__ = ["Dispatch"]
