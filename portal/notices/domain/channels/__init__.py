"""The ways a notice takes, each behind the same interface (`base.NoticeChannel`)."""

from portal.notices.domain.channels.base import NoticeChannel
from portal.notices.domain.channels.email import EmailChannel
from portal.notices.domain.channels.sms import SmsChannel
from portal.notices.enums import Channel

CHANNELS: dict[Channel, NoticeChannel] = {each.channel: each for each in (EmailChannel(), SmsChannel())}


def offered() -> tuple[NoticeChannel, ...]:
    """Return the ways this portal has, in the order pages show them."""
    return tuple(each for each in CHANNELS.values() if each.is_offered())
