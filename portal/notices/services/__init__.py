"""Use cases of notices."""

from portal.notices.services.notice import (
    send_account_notice,
    send_helper_notice,
    send_notice,
    send_notice_to_representative,
)

__all__ = ["send_account_notice", "send_helper_notice", "send_notice", "send_notice_to_representative"]
