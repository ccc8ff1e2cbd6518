"""Use cases of notices."""

from portal.notices.services.bounces import record_bounce
from portal.notices.services.consents import decline_notices, give_consent, revoke_consent
from portal.notices.services.notice import (
    drop_reminders,
    reaches_person,
    send_account_notice,
    send_calendar_entry,
    send_decision_notice,
    send_helper_notice,
    send_notice,
    send_notice_to_representative,
    send_reminder,
    send_security_notice,
)
from portal.notices.services.push_subscription import add_device, remove_devices, renew_device
from portal.notices.services.settings import save_notice_settings

__all__ = [
    "add_device",
    "decline_notices",
    "drop_reminders",
    "give_consent",
    "reaches_person",
    "record_bounce",
    "remove_devices",
    "renew_device",
    "revoke_consent",
    "save_notice_settings",
    "send_account_notice",
    "send_calendar_entry",
    "send_decision_notice",
    "send_helper_notice",
    "send_notice",
    "send_notice_to_representative",
    "send_reminder",
    "send_security_notice",
]
