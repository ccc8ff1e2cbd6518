"""E-mail to the address of the account."""

from portal.accounts.models import User
from portal.notices.domain.channels.base import ChannelResult, Notice
from portal.notices.domain.email import attempt, compose
from portal.notices.enums import Channel, ConsentKind


class EmailChannel:
    """Always offered."""

    channel = Channel.EMAIL
    consent = ConsentKind.EMAIL

    def is_offered(self) -> bool:
        """Every portal has a mail server."""
        return True

    def reaches(self, user: User) -> bool:
        """Whether the account has an address."""
        return bool(user.email)

    def send(self, user: User, notice: Notice) -> ChannelResult:
        """Hand the e-mail to the mail server."""
        return attempt(
            compose(template=notice.template, address=notice.address or user.email or "", key=notice.key)
        )
