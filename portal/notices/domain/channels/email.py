"""E-mail to the confirmed address of the account."""

from portal.accounts.models import User
from portal.notices.domain.channels.base import ChannelResult, Notice
from portal.notices.domain.email import attempt, compose
from portal.notices.enums import Channel, ConsentKind
from portal.notices.selectors import email_works


class EmailChannel:
    """Always offered."""

    channel = Channel.EMAIL
    consent = ConsentKind.EMAIL

    def is_offered(self) -> bool:
        """Every portal has a mail server."""
        return True

    def reaches(self, user: User) -> bool:
        """Whether there is a confirmed address from which nothing comes back."""
        return email_works(user.pk)

    def send(self, user: User, notice: Notice) -> ChannelResult:
        """Hand the e-mail to the mail server."""
        address = notice.address or user.email or ""
        return attempt(compose(template=notice.template, address=address, key=notice.key))
