"""Reads of threads. Every read starts from what the actor may see."""

from django.db.models import Count, F, Max, Q, QuerySet
from django.db.models.functions import Coalesce

from mailbox.models import Message, Thread
from portal.cases.enums import CITIZEN_ROLES, Scope
from portal.cases.models import Actor
from portal.cases.selectors import cases_visible_to

_UNREAD = Q(messages__read_at__isnull=True) & ~Q(messages__sender_role__in=CITIZEN_ROLES)


def threads_visible_to(actor: Actor) -> QuerySet[Thread]:
    """Return the threads ``actor`` may read.

    Claimants, helpers and guests: of cases whose postbox they may read, but for those of persons who want own post;
    they alone see theirs. Everybody else: of the cases they see.
    """
    if actor.is_citizen:
        shared = Q(case_id__in=actor.case_ids_with(Scope.READ_POSTBOX), person__wants_own_post_since__isnull=True)
        if actor.user_id is None or actor.acting_for is not None:
            return Thread.objects.filter(shared)
        own = Q(
            case_id__in=actor.case_ids_with(Scope.OWN_PART),
            person__wants_own_post_since__isnull=False,
            person__user_id=actor.user_id,
        )
        return Thread.objects.filter(shared | own)
    return Thread.objects.filter(case__in=cases_visible_to(actor))


def inbox(actor: Actor) -> QuerySet[Thread]:
    """Return the visible threads with ``last_at`` and ``unread`` (number of unread messages), newest message first."""
    return (
        threads_visible_to(actor)
        .annotate(
            last_at=Coalesce(Max("messages__created_at"), F("created_at")), unread=Count("messages", filter=_UNREAD)
        )
        .select_related("submission")
        .order_by("-last_at", "-id")
    )


def unread_count(actor: Actor) -> int:
    """Return how many messages to the person nobody on her side has opened yet."""
    return (
        Message.objects.filter(thread__in=threads_visible_to(actor), read_at__isnull=True)
        .exclude(sender_role__in=CITIZEN_ROLES)
        .count()
    )
