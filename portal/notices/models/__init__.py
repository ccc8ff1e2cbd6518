"""Tables of notices."""

from portal.notices.models.consent import Consent, NoticeSettings
from portal.notices.models.dispatch import Dispatch
from portal.notices.models.push_subscription import PushSubscription

__all__ = ["Consent", "Dispatch", "NoticeSettings", "PushSubscription"]
