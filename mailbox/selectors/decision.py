"""Reads of decisions. Every read starts from what the actor may see."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from mailbox.enums import DecisionStatus, Delivery
from mailbox.models import Decision, Message
from portal.cases.enums import ACTING_ROLES, Scope
from portal.cases.models import Actor
from portal.cases.selectors import cases_visible_to, own_post_of
from portal.notices.enums import DispatchStatus, Template
from portal.notices.models import Dispatch

OWN_POST: Final = Q(thread__is_own_post=True) | Q(person__wants_own_post_since__isnull=False)


def decisions_visible_to(actor: Actor) -> QuerySet[Decision]:
    """Return the decisions ``actor`` may read.

    The person's side: released ones of cases whose decisions it may read, but for those of persons who want own post or
    wanted it then; they see theirs, and who represents them by right. Whoever a letter is addressed to sees it. Where a
    court's reservation keeps the person from the own postbox, it keeps her from these, too. Staff: all of their cases.
    """
    if not actor.is_citizen:
        return Decision.objects.filter(case__in=cases_visible_to(actor))
    released = Decision.objects.filter(status=DecisionStatus.RELEASED)
    decisions, post = actor.case_ids_with(Scope.READ_DECISIONS), actor.case_ids_with(Scope.READ_POSTBOX)
    is_acting = actor.role in ACTING_ROLES
    shared = Q(case_id__in=decisions if is_acting else decisions & post) & ~OWN_POST
    if actor.user_id is None or is_acting:
        theirs = OWN_POST & own_post_of(actor, Scope.READ_DECISIONS)
        return released.filter(shared | theirs)
    reserved = decisions - post
    return released.filter(
        shared | Q(case_id__in=actor.case_ids_with(Scope.OWN_PART) - reserved, person__user_id=actor.user_id)
    )


def decision_of(actor: Actor, message: Message) -> Decision | None:
    """Return the decision that a message brings, if the actor may read it. One SQL."""
    return decisions_visible_to(actor).select_related("document").filter(message=message).first()


def decisions_to_show(actor: Actor) -> QuerySet[Decision]:
    """The visible ones with all that pages say of them, newest first."""
    return decisions_visible_to(actor).select_related(
        "case__jobcenter", "person", "document__stored", "message", "thread", "created_by__user", "released_by"
    )


def waiting_for_second(actor: Actor) -> QuerySet[Decision]:
    """Return what waits for a second look in the house, the oldest first; for everybody but staff nothing."""
    waiting = _of_house(actor).filter(status=DecisionStatus.WAITING)
    return waiting.select_related("person", "case", "created_by__user").order_by("created_at", "pk")


def to_be_posted(actor: Actor) -> QuerySet[Decision]:
    """Return what has to go by post and has not, the oldest first.

    Among them (``came_back``) those whose notice the mail server took and later sent back, and that nobody has opened:
    the office would have to prove that the notice has arrived (§ 37 (2a) SGB X).
    """
    released = _of_house(actor).filter(status=DecisionStatus.RELEASED, posted_on__isnull=True)
    found = released.annotate(came_back=Exists(_returned_notices())).filter(
        Q(delivery=Delivery.POST) | Q(came_back=True, opened_at__isnull=True)
    )
    return found.select_related("person", "case", "released_by").order_by("released_at", "pk")


def not_notified(actor: Actor) -> QuerySet[Decision]:
    """Return what is in the portal while no notice has left yet, the oldest first."""
    found = unsent_notices().filter(pk__in=_of_house(actor).values("pk"))
    return found.select_related("person", "case", "released_by")


def unsent_notices() -> QuerySet[Decision]:
    """The same of every house, for workers, which show them to nobody."""
    released = Decision.objects.filter(status=DecisionStatus.RELEASED, delivery=Delivery.PORTAL)
    return released.filter(notified_at__isnull=True).order_by("released_at", "pk")


def has_come_back(decision: Decision) -> bool:
    """Whether a notice of it was taken by the mail server and came back later. One SQL."""
    return Decision.objects.filter(Exists(_returned_notices()), pk=decision.pk).exists()


def sent_notices(subject_id: UUID, user_ids: Iterable[UUID]) -> dict[UUID, Dispatch]:
    """Return by account the notice of a decision or letter that the mail server took, returned or not. One SQL."""
    found = Dispatch.objects.filter(
        subject_id=subject_id,
        template=Template.NEW_DECISION,
        user_id__in=list(user_ids),
        status=DispatchStatus.SENT,
    )
    return {each.user_id: each for each in found if each.user_id is not None}


def notice_of(decision: Decision) -> Dispatch | None:
    """Return the record from which the clock counts. At most one SQL."""
    return Dispatch.objects.filter(pk=decision.notice_id).first() if decision.notice_id else None


def _of_house(actor: Actor) -> QuerySet[Decision]:
    return decisions_visible_to(actor) if actor.is_staff else Decision.objects.none()


def _returned_notices() -> QuerySet[Dispatch]:
    return Dispatch.objects.filter(subject_id=OuterRef("pk"), template=Template.NEW_DECISION, returned_at__isnull=False)
