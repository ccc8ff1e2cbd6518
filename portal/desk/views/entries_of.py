"""What happened in a conversation, in one line of time: messages, contacts and steps, newest first."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from msgspec import Struct

from mailbox.domain.contact_texts import day_and_time
from mailbox.enums import ContactChannel, MessageKind
from mailbox.models import Attachment, Message, Thread, ThreadStep
from portal.accounts.models import StaffMembership
from portal.cases.enums import CITIZEN_ROLES
from portal.cases.models import Actor
from portal.cases.selectors import holders_in_words
from portal.desk.views.documents import Line, lines_of
from portal.ui.formats import format_date, format_time


class PostboxEntry(Struct, frozen=True, kw_only=True):
    """One entry. ``side``: person, office, portal or step. ``read``: when the other side has opened it, in words.

    ``where``: of a step to which team and topic.
    """

    at: datetime
    side: str
    who: str
    when: str
    kind: str = ""
    where: str = ""
    body: str = ""
    files: tuple[Line, ...] = ()
    read: str = ""
    needs_translation: bool = False
    reference: str = ""
    submission_id: UUID | None = None
    addressed: bool = False


def entries_of(
    actor: Actor, thread: Thread, messages: Iterable[Message], steps: Iterable[ThreadStep]
) -> list[PostboxEntry]:
    """Return the entries, newest first. Three SQL, one more when somebody has written for the person."""
    posts = list(messages)
    files = _files(posts)
    authors = StaffMembership.objects.in_bulk({post.author_id for post in posts if post.author_id})
    helpers = holders_in_words([post.acting_standing_id for post in posts])
    numbers = dict(thread.messages.filter(submission__isnull=False).values_list("pk", "submission__reference"))
    found = [_entry(actor, thread, post, files.get(post.pk, []), authors, helpers, numbers) for post in posts]
    return sorted([*found, *(_step(step) for step in steps)], key=lambda entry: entry.at, reverse=True)


def _files(posts: Iterable[Message]) -> dict[UUID, list[Attachment]]:
    found: dict[UUID, list[Attachment]] = {}
    attached = Attachment.objects.filter(message__in=[post.pk for post in posts])
    for each in attached.select_related("document__normalised", "document__stored").order_by("position"):
        found.setdefault(each.message_id, []).append(each)
    return found


def _entry(
    actor: Actor,
    thread: Thread,
    post: Message,
    files: list[Attachment],
    authors: dict[UUID, StaffMembership],
    helpers: dict[UUID | None, str],
    numbers: dict[UUID, str],
) -> PostboxEntry:
    from_person = post.sender_role in CITIZEN_ROLES
    author = authors[post.author_id].display_name if post.author_id else ""
    is_contact = post.kind == MessageKind.CONTACT
    return PostboxEntry(
        at=post.created_at,
        side="person" if from_person else "office" if author else "portal",
        who=_who(thread, post, author, helpers),
        when=_when(post, author) if is_contact else moment(post.created_at),
        kind=_kind(post),
        body=post.body,
        files=tuple(lines_of(actor, [each.document for each in files], {})),
        read="" if is_contact else _read(post, from_person=from_person),
        needs_translation=post.needs_translation,
        reference=numbers.get(post.pk, ""),
        submission_id=post.submission_id,
        addressed=bool(post.addressed_to),
    )


def _kind(post: Message) -> str:
    """What it is, where it is no plain message: of a contact the way."""
    if post.kind == MessageKind.CONTACT:
        return str(ContactChannel(post.channel).label)
    return "" if post.kind == MessageKind.MESSAGE else str(post.get_kind_display())


def _who(thread: Thread, post: Message, author: str, helpers: dict[UUID | None, str]) -> str:
    if post.sender_role in CITIZEN_ROLES:
        name = thread.person.name or _("(ohne Namen)")
        by = helpers.get(post.acting_standing_id, "") if post.acting_standing_id else ""
        return _("%(by)s für %(name)s") % {"by": by, "name": name} if by else name
    return author or _("Portal")


def _when(post: Message, author: str) -> str:
    happened = day_and_time(post.happened_at or post.created_at)
    words = _("%(happened)s, aufgeschrieben von %(author)s am %(day)s")
    return words % {"happened": happened, "author": author, "day": format_date(post.created_at)}


def _read(post: Message, *, from_person: bool) -> str:
    if post.read_at is None:
        return "" if from_person else _("noch nicht gelesen")
    words = _("im Jobcenter geöffnet am %(moment)s") if from_person else _("gelesen am %(moment)s")
    return words % {"moment": moment(post.read_at)}


def _step(step: ThreadStep) -> PostboxEntry:
    return PostboxEntry(
        at=step.at,
        side="step",
        who=step.membership.display_name,
        when=moment(step.at),
        kind=str(step.get_kind_display()),
        where=_move(step),
        body=step.reason,
    )


def _move(step: ThreadStep) -> str:
    parts = []
    if step.from_team_id != step.to_team_id:
        parts.append(step.to_team.name if step.to_team else _("nach Thema oder Fall"))
    if step.from_topic != step.to_topic:
        parts.append(str(step.get_to_topic_display()))
    return ", ".join(parts)


def moment(at: datetime) -> str:
    """The day and the time to the minute."""
    return f"{format_date(at)}, {format_time(at)}"
