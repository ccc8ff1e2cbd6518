"""What every way to reach a person has in common."""

from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from portal.accounts.models import User
from portal.notices.enums import Channel, ConsentKind, Template


class Outcome(StrEnum):
    """How one attempt ended."""

    SENT = "sent"  # the service has taken it
    REFUSED = "refused"  # for good: the address or the device is gone, trying again will not help
    RETRY = "retry"  # for now; kept and tried again


class ChannelResult(Struct, frozen=True):
    """One attempt. ``reply``: what the service said, its code and its own number; never an address or other words."""

    outcome: Outcome
    reply: str = ""


class Notice(Struct, frozen=True):
    """What is to be said: that something is there. ``key`` is the same for a second copy of the same notice.

    ``address``: where an e-mail goes if not to the account's own address.
    """

    template: Template
    key: str
    address: str = ""


class NoticeChannel(Protocol):
    """A way to reach an account. Consent, quiet hours and bundling are none of its business: it sends."""

    channel: Channel
    consent: ConsentKind

    def is_offered(self) -> bool:
        """Whether this portal has what it needs for it. What is not offered stands on no page."""
        ...

    def reaches(self, user: User) -> bool:
        """Whether the account has somewhere to send to (a confirmed address, a device). At most one query."""
        ...

    def send(self, user: User, notice: Notice) -> ChannelResult:
        """Send now; to every device of the account, if there are several, SENT if one of them took it.

        Never raises for what a server or a network does, and knows neither case nor person.
        """
        ...
