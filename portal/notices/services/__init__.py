"""Use cases of notices."""

from portal.notices.services.notice import send_notice

__all__ = ["send_notice"]
