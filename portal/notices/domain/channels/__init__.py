"""The ways a notice takes, each behind the same interface. Which there are: `registry`."""

from portal.notices.domain.channels.base import ChannelResult, Notice, NoticeChannel, Outcome

__all__ = ["ChannelResult", "Notice", "NoticeChannel", "Outcome"]
