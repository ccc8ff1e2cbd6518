"""Who a notice is for, where it goes, and whether it may."""

from uuid import UUID

from msgspec import Struct

from portal.accounts.models import User
from portal.cases.models import Person
from portal.notices.domain.channels import ChannelResult, Notice, Outcome
from portal.notices.domain.channels.registry import CHANNELS
from portal.notices.domain.email import attempt, compose
from portal.notices.enums import FOR_GUESTS, NEEDS_CONSENT, Channel, Template
from portal.notices.models import Dispatch, NoticeSettings
from portal.notices.selectors import held_kinds, notice_settings_of


class Account(Struct, frozen=True):
    """Somebody who can sign in."""

    user: User
    settings: NoticeSettings

    @property
    def pk(self) -> UUID:
        """What makes the recipient unique."""
        return self.user.pk

    def channels(self, template: Template) -> list[Channel]:
        """The ways this news may take: agreed to, offered, leading somewhere; none for who wants to be left alone."""
        if not self.user.is_active or self.settings.is_discreet:
            return []
        held = held_kinds(self.user.pk)
        return [
            channel
            for channel, way in CHANNELS.items()
            if (way.consent in held or (channel is Channel.EMAIL and template not in NEEDS_CONSENT))
            and way.is_offered()
            and way.reaches(self.user)
        ]

    def send(self, channel: Channel, notice: Notice) -> ChannelResult:
        """Send over this way."""
        return CHANNELS[channel].send(self.user, notice)


class Guest(Struct, frozen=True):
    """Somebody without an account who has written an address into a form, for exactly this."""

    person: Person
    settings: NoticeSettings

    @property
    def pk(self) -> UUID:
        """What makes the recipient unique."""
        return self.person.pk

    def channels(self, template: Template) -> list[Channel]:
        """E-mail, as long as there is an address and no account, and if there are words for guests."""
        wanted = template in FOR_GUESTS or template in FOR_GUESTS.values()
        return [Channel.EMAIL] if wanted and self.person.contact_email and self.person.user_id is None else []

    def send(self, _channel: Channel, notice: Notice) -> ChannelResult:
        """Send an e-mail."""
        address = self.person.contact_email
        if not address:
            return ChannelResult(Outcome.REFUSED)
        return attempt(compose(template=notice.template, address=address, key=notice.key))


Recipient = Account | Guest


def account(user: User) -> Account:
    """The account with its settings. One query."""
    return Account(user, notice_settings_of(user.pk))


def guest(person: Person) -> Guest:
    """The person, who has no settings."""
    return Guest(person, NoticeSettings())


def recipient_of(dispatch: Dispatch) -> Recipient | None:
    """Whom this dispatch is for; None when the account is gone."""
    if dispatch.user is not None:
        return account(dispatch.user)
    return guest(dispatch.person) if dispatch.person is not None else None
