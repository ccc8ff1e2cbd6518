"""A conversation as it is shown: who wrote what, with which files, opened and answered when. For both sides."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from msgspec import Struct

from mailbox.enums import ContactChannel, MessageKind
from mailbox.models import Message, Thread
from portal.cases.enums import CITIZEN_ROLES, STAFF_ROLES
from portal.cases.models import Actor
from portal.cases.selectors import holders_in_words
from portal.documents.domain.words import Said, say

ANSWERS = frozenset({MessageKind.MESSAGE, MessageKind.REQUEST, MessageKind.DECISION, MessageKind.CONTACT})


class File(Struct, frozen=True):
    """A file of a message: by which id it is opened, and what is said of it."""

    id: UUID
    said: Said


class Post(Struct, frozen=True, kw_only=True):
    """One message. ``by``: who wrote it, "" for the reader. ``at``: when it was written, or happened on another way.

    ``is_proved``: the person's side has sent it here, so that it has a receipt, was opened and answered (or not yet).
    """

    message: Message
    by: str
    at: datetime
    channel: str
    is_own: bool
    is_from_office: bool
    is_proved: bool
    answered_at: datetime | None
    files: tuple[File, ...]


def posts_of(actor: Actor, thread: Thread, messages: Sequence[Message]) -> list[Post]:
    """Return the messages of a thread (newest first, as `read_thread` gives them) as they are shown. Two queries."""
    acting = holders_in_words(message.acting_standing_id for message in messages)
    posts = []
    answered_at: datetime | None = None
    for message in messages:  # from the newest to the oldest: what came later is known already
        is_from_office = message.sender_role not in CITIZEN_ROLES
        posts.append(
            Post(
                message=message,
                by=_by(actor, thread, message, acting),
                at=message.happened_at or message.created_at,
                channel="" if message.channel == ContactChannel.PORTAL else str(ContactChannel(message.channel).label),
                is_own=_is_own(actor, message),
                is_from_office=is_from_office,
                is_proved=message.submission is not None and not is_from_office,
                answered_at=answered_at,
                files=tuple(File(each.pk, say(each.document)) for each in message.attachments.all()),
            )
        )
        if message.sender_role in STAFF_ROLES and message.kind in ANSWERS:
            answered_at = message.created_at
    return posts


def _is_own(actor: Actor, message: Message) -> bool:
    written_here = message.sender_role in CITIZEN_ROLES
    return actor.is_citizen and written_here and message.acting_standing_id == actor.acting_standing_id


def _by(actor: Actor, thread: Thread, message: Message, acting: dict[UUID | None, str]) -> str:
    if _is_own(actor, message):
        return ""
    if message.sender_role not in CITIZEN_ROLES:
        return message.author.display_name if message.author is not None else ""
    if message.acting_standing_id is not None:
        return acting.get(message.acting_standing_id, _("eine Person, die hilft"))
    return thread.person.name or _("die Person")
