"""All ways there are."""

from portal.notices.domain.channels.base import NoticeChannel
from portal.notices.domain.channels.email import EmailChannel
from portal.notices.domain.channels.push import PushChannel
from portal.notices.domain.channels.sms import SmsChannel
from portal.notices.enums import Channel, ConsentKind

CHANNELS: dict[Channel, NoticeChannel] = {each.channel: each for each in (EmailChannel(), PushChannel(), SmsChannel())}


def offered() -> tuple[NoticeChannel, ...]:
    """Return the ways this portal has, in the order pages show them."""
    return tuple(each for each in CHANNELS.values() if each.is_offered())


def offered_kinds() -> tuple[ConsentKind, ...]:
    """Return what can be agreed to here, in the order of the page; decisions are told by e-mail, which is there."""
    return (*(each.consent for each in offered()), ConsentKind.ELECTRONIC_DECISIONS)
