"""Reads of threads. Every read starts from what the actor may see."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from msgspec import Struct

from mailbox.enums import MessageKind, Show
from mailbox.models import Message, Thread
from portal.cases.enums import CITIZEN_ROLES, STAFF_ROLES, Scope
from portal.cases.models import Actor, Person
from portal.cases.selectors import cases_visible_to, own_post_of

MOST_SEARCHED: Final = 1000  # newest messages: opening one takes some ten microseconds
MOST_FOUND: Final = 50  # conversations on one page
OWN_POST: Final = Q(is_own_post=True) | Q(person__wants_own_post_since__isnull=False)
_UNREAD = Q(messages__read_at__isnull=True) & ~Q(messages__sender_role__in=CITIZEN_ROLES)
_TALK = (MessageKind.MESSAGE, MessageKind.REQUEST)  # what waits for an answer


class Found(Struct, frozen=True):
    """What a search has found, newest first. ``is_limited``: there is more, older than what was looked at or shown."""

    threads: list[Thread]
    is_limited: bool


def threads_visible_to(actor: Actor) -> QuerySet[Thread]:
    """Return the threads ``actor`` may read.

    Claimants, helpers and guests: of cases whose postbox they may read, but for those of persons who want own post or
    have written there while they did; they and who represents them by right see these. Everybody else: of the cases
    they see.
    """
    if actor.is_citizen:
        shared = Q(case_id__in=actor.case_ids_with(Scope.READ_POSTBOX)) & ~OWN_POST
        return Thread.objects.filter(shared | (OWN_POST & own_post_of(actor)))
    return Thread.objects.filter(case__in=cases_visible_to(actor))


def own_post_in(case_ids: Collection[UUID]) -> QuerySet[Thread]:
    """What of these cases belongs to the own post of somebody. For trails, which leave it out."""
    return Thread.objects.filter(OWN_POST, case_id__in=case_ids)


def people_with_own_post_in(case_ids: Collection[UUID]) -> QuerySet[Person]:
    """Who in these cases has own post, or had when something was written."""
    theirs = Thread.objects.filter(person=OuterRef("pk"), is_own_post=True)
    people = Person.objects.filter(case_id__in=case_ids, is_applicant=False, user__isnull=False)
    return people.filter(Q(wants_own_post_since__isnull=False) | Exists(theirs))


def messages_of_own_post_in(case_ids: Collection[UUID]) -> QuerySet[Message]:
    """The messages in these conversations."""
    return Message.objects.filter(thread__in=own_post_in(case_ids))


def inbox(actor: Actor, *, show: str = "", topic: str = "") -> QuerySet[Thread]:
    """Return the visible threads, newest message first: all of them, or those of one kind (`Show`) or topic.

    Each with ``last_at``, ``unread`` (number of unread messages) and ``last_by`` (who wrote last, a role).
    """
    talk = Message.objects.filter(thread=OuterRef("pk"), kind__in=_TALK).order_by("-created_at", "-id")
    found = threads_visible_to(actor).annotate(
        last_at=Coalesce(Max("messages__created_at"), F("created_at")),
        unread=Count("messages", filter=_UNREAD),
        last_by=Subquery(talk.values("sender_role")[:1]),
    )
    if topic:
        found = found.filter(topic=topic)
    match show:
        case Show.UNREAD:
            found = found.filter(unread__gt=0)
        case Show.FOR_ME:
            found = found.filter(last_by__in=STAFF_ROLES)
        case Show.FOR_OFFICE:
            found = found.filter(waiting_since__isnull=False)
    return found.select_related("submission").order_by("-last_at", "-id")


def search_threads(actor: Actor, words: str) -> Found:
    """Return the visible threads in which every word occurs: in their text, names of files, topic or number.

    What is encrypted is opened here, in memory, and only what the actor may read: the newest ``MOST_SEARCHED``
    messages. Four queries, however many there are.
    """
    wanted = words.casefold().split()
    if not wanted:
        return Found([], is_limited=False)
    visible = Message.objects.filter(thread__in=threads_visible_to(actor))
    newest = visible.select_related("thread__submission", "submission").prefetch_related("attachments__document")
    looked_at = list(newest.order_by("-created_at", "-id")[: MOST_SEARCHED + 1])
    texts: dict[UUID, str] = {}
    for message in looked_at[:MOST_SEARCHED]:
        texts[message.thread_id] = f"{texts.get(message.thread_id, '')} {_haystack(message)}"
    fitting = [pk for pk, text in texts.items() if all(word in text for word in wanted)]
    threads = list(inbox(actor).filter(pk__in=fitting[: MOST_FOUND + 1])) if fitting else []
    return Found(threads[:MOST_FOUND], is_limited=len(looked_at) > MOST_SEARCHED or len(fitting) > MOST_FOUND)


def unread_count(actor: Actor) -> int:
    """Return how many messages to the person nobody on her side has opened yet."""
    return (
        Message.objects.filter(thread__in=threads_visible_to(actor), read_at__isnull=True)
        .exclude(sender_role__in=CITIZEN_ROLES)
        .count()
    )


def _haystack(message: Message) -> str:
    thread = message.thread
    handed_in = [each.reference for each in (message.submission, thread.submission) if each is not None]
    files = [each.document.original_name for each in message.attachments.all()]
    return " ".join((message.body, thread.subject, thread.own_words or "", *handed_in, *files)).casefold()
