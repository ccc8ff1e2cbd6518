"""SMS: the interface. Without a gateway nothing is offered and nothing is sent (docs/notices.md)."""

from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from portal.accounts.models import User
from portal.notices.domain.channels.base import ChannelResult, Notice, Outcome
from portal.notices.domain.channels.words import short_words
from portal.notices.enums import Channel, ConsentKind


class SmsGateway(Protocol):
    """What an operator writes for their provider and names in ``PORTAL_SMS_GATEWAY`` (a class without arguments)."""

    def number_of(self, user: User) -> str:
        """Return the confirmed mobile number of the account, or an empty text."""
        ...

    def send(self, number: str, words: str, key: str) -> ChannelResult:
        """Send the words, once for each ``key``; as `NoticeChannel.send`."""
        ...


class SmsChannel:
    """Offered only with a gateway."""

    channel = Channel.SMS
    consent = ConsentKind.SMS

    def is_offered(self) -> bool:
        """Whether a gateway is named."""
        return bool(settings.SMS_GATEWAY)

    def reaches(self, user: User) -> bool:
        """Whether there is a gateway and it knows a number."""
        return self.is_offered() and bool(_gateway().number_of(user))

    def send(self, user: User, notice: Notice) -> ChannelResult:
        """Hand the words to the gateway."""
        number = _gateway().number_of(user) if self.is_offered() else ""
        if not number:
            return ChannelResult(Outcome.REFUSED)
        return _gateway().send(number, short_words(notice.template), notice.key)


def _gateway() -> SmsGateway:
    gateway: SmsGateway = import_string(settings.SMS_GATEWAY)()
    return gateway
