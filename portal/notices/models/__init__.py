"""Tables of notices."""

from portal.notices.models.consent import Consent, NoticeSettings
from portal.notices.models.dispatch import Dispatch

__all__ = ["Consent", "Dispatch", "NoticeSettings"]
