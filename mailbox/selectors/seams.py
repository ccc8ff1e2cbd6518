"""Who reads requests, decisions and drafts, in one place."""

from django.db.models import Q, QuerySet

from mailbox.enums import DecisionStatus
from mailbox.models import Decision, EvidenceRequest, MessageDraft
from mailbox.selectors.thread import threads_visible_to
from portal.cases.enums import ACTING_ROLES, Role, Scope
from portal.cases.models import Actor
from portal.cases.selectors import cases_visible_to


def requests_visible_to(actor: Actor) -> QuerySet[EvidenceRequest]:
    """Requests the actor may see: citizens what was sent, in conversations they read; staff those of their cases."""
    if actor.is_citizen:
        sent = EvidenceRequest.objects.filter(sent_at__isnull=False)
        return sent.filter(thread__in=threads_visible_to(actor))
    return EvidenceRequest.objects.filter(case__in=cases_visible_to(actor))


def decisions_visible_to(actor: Actor) -> QuerySet[Decision]:
    """Decisions the actor may read: the person's side released ones of cases whose decisions it may read, but for those
    of persons who want own post; they alone see theirs. Staff: all of the cases they see.
    """
    if not actor.is_citizen:
        return Decision.objects.filter(case__in=cases_visible_to(actor))
    released = Decision.objects.filter(status=DecisionStatus.RELEASED)
    decisions, post = actor.case_ids_with(Scope.READ_DECISIONS), actor.case_ids_with(Scope.READ_POSTBOX)
    is_acting = actor.role in ACTING_ROLES
    shared = Q(case_id__in=decisions if is_acting else decisions & post, person__wants_own_post_since__isnull=True)
    if actor.user_id is None or is_acting:
        return released.filter(shared)
    own = Q(case_id__in=actor.case_ids_with(Scope.OWN_PART) - (decisions - post), person__user_id=actor.user_id)
    return released.filter(shared | own)


def drafts_of(actor: Actor) -> QuerySet[MessageDraft]:
    """Messages the actor has begun, on the cases they may act on."""
    side = "acting" if actor.acting_for else "user"
    key = "guest" if actor.role is Role.GUEST else f"{side}:{actor.user_id}"
    return MessageDraft.objects.filter(author_key=key, case_id__in=actor.case_ids).order_by("-updated_at", "-id")
