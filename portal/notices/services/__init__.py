"""Use cases of notices."""

from portal.notices.services.notice import send_account_notice, send_notice

__all__ = ["send_account_notice", "send_notice"]
