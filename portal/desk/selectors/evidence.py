"""Requests for papers as lists of the desk need them: with numbers, and whose work they are."""

import datetime
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from msgspec import Struct

from mailbox.enums import (
    ITEMS_TO_LOOK_AT,
    OPEN_ITEMS,
    SETTLED_ITEMS,
    ExtensionStatus,
    ItemStatus,
    RequestStatus,
)
from mailbox.models import EvidenceAnswer, EvidenceItem, EvidenceRequest, Extension, ItemStep
from mailbox.selectors import requests_visible_to
from portal.cases.models import Actor
from portal.documents.models import Document

SOON = datetime.timedelta(days=7)
MINE, TEAM, ALL = "mine", "team", "all"


class Figures(Struct, frozen=True):
    """What waits: deadlines that are over or near, wishes for more time, answers to look at."""

    overdue: int
    soon: int
    wishes: int
    to_look_at: int


def requests_of_case(actor: Actor, case_id: UUID) -> list[EvidenceRequest]:
    """Everything that was asked for in a case or is being written, newest first, with ``total``, ``settled``,
    ``answered`` and ``wishes``. One SQL.
    """
    found = _counted(requests_visible_to(actor).filter(case_id=case_id))
    thrown_away = Q(status=RequestStatus.WITHDRAWN, sent_at__isnull=True)
    return list(found.exclude(thrown_away).select_related("person").order_by("-created_at", "pk"))


def drafts_of_case(actor: Actor, case_id: UUID) -> list[EvidenceRequest]:
    """What somebody or the checks have begun and nobody has sent, with ``total``. One SQL."""
    drafts = requests_visible_to(actor).filter(case_id=case_id, status=RequestStatus.DRAFT)
    return list(drafts.annotate(total=Count("items")).order_by("created_at"))


def due_requests(actor: Actor, whose: str, today: datetime.date) -> QuerySet[EvidenceRequest]:
    """Requests of which something waits for staff or is due within some days: wishes first, then by deadline.

    Nothing follows by itself from a deadline that is over.
    """
    found = _counted(_whose(actor, whose).filter(status=RequestStatus.SENT))
    wish = Extension.objects.filter(request=OuterRef("pk"), status=ExtensionStatus.ASKED)
    found = found.annotate(
        wished_until=Subquery(wish.values("until")[:1]), wished_at=Subquery(wish.values("created_at")[:1])
    )
    is_due = Q(deadline__lte=today + SOON, missing__gt=0)
    return (
        found.filter(Q(wishes__gt=0) | is_due | Q(to_look_at__gt=0))
        .select_related("case", "person", "submission__application__assigned_to", "case__responsible")
        .order_by(F("wished_at").asc(nulls_last=True), F("deadline").asc(nulls_last=True), "sent_at", "pk")
    )


def figures(actor: Actor, whose: str, today: datetime.date) -> Figures:
    """The numbers for the overview and above the list. One SQL."""
    wish = Exists(Extension.objects.filter(request=OuterRef("pk"), status=ExtensionStatus.ASKED))
    found = _counted(_whose(actor, whose).filter(status=RequestStatus.SENT)).annotate(has_wish=wish)
    numbers = found.aggregate(
        overdue_=Count("pk", filter=Q(deadline__lt=today, missing__gt=0)),
        soon_=Count("pk", filter=Q(deadline__range=(today, today + SOON), missing__gt=0)),
        wishes_=Count("pk", filter=Q(has_wish=True)),
        looks_=Count("pk", filter=Q(to_look_at__gt=0)),
    )
    return Figures(numbers["overdue_"], numbers["soon_"], numbers["wishes_"], numbers["looks_"])


def _counted(requests: QuerySet[EvidenceRequest]) -> QuerySet[EvidenceRequest]:
    """With the numbers of things: all, settled, without an answer, missing (what is on its way, too), to look at."""
    return requests.annotate(
        total=Count("items", distinct=True),
        settled=Count("items", distinct=True, filter=Q(items__status__in=SETTLED_ITEMS)),
        missing=Count("items", distinct=True, filter=Q(items__status__in=OPEN_ITEMS)),
        announced=Count("items", distinct=True, filter=Q(items__status=ItemStatus.ANNOUNCED)),
        to_look_at=Count("items", distinct=True, filter=Q(items__status__in=ITEMS_TO_LOOK_AT)),
        wishes=Count("extensions", distinct=True, filter=Q(extensions__status=ExtensionStatus.ASKED)),
    )


def _whose(actor: Actor, whose: str) -> QuerySet[EvidenceRequest]:
    found = requests_visible_to(actor)
    if whose == MINE:
        mine = Q(case__responsible_id=actor.membership_id)
        nobodys = Q(case__responsible=None, submission__application__assigned_to=None)
        asked_by_me = nobodys & Q(sent_by_id=actor.membership_id)  # else nobody would see what comes of it
        return found.filter(mine | Q(submission__application__assigned_to_id=actor.membership_id) | asked_by_me)
    if whose == TEAM:
        if actor.team_id is None:
            return found.none()
        return found.filter(Q(case__team_id=actor.team_id) | Q(submission__application__team_id=actor.team_id))
    return found


def request_in_full(actor: Actor, case_id: UUID, pk: UUID) -> EvidenceRequest | None:
    """A request of the case with its things, their answers and histories, and the wishes; None for others."""
    answers = EvidenceAnswer.objects.select_related("submission__receipt", "recorded_by").prefetch_related("documents")
    items = EvidenceItem.objects.select_related("person").prefetch_related(
        Prefetch("steps", ItemStep.objects.select_related("membership")),
        Prefetch("answers", answers.order_by("created_at")),
    )
    found = requests_visible_to(actor).filter(case_id=case_id, pk=pk)
    return (
        found.select_related("case", "person", "thread", "message", "sent_by", "created_by", "submission")
        .prefetch_related(
            Prefetch("items", items.order_by("position")),
            Prefetch("extensions", Extension.objects.select_related("decided_by", "submission__receipt")),
        )
        .first()
    )


def papers_of_request(request: EvidenceRequest) -> dict[UUID, Document]:
    """The documents that came as answers, by their keys. One SQL."""
    documents = Document.objects.present().filter(evidence_answers__item__request=request).distinct()
    return {
        document.pk: document for document in documents.select_related("stored", "normalised", "case", "reviewed_by")
    }


def answered_by(document: Document) -> EvidenceItem | None:
    """The newest thing that a document answers, with its request; None for most. One SQL."""
    items = EvidenceItem.objects.filter(answers__documents=document, request__sent_at__isnull=False)
    return items.select_related("request").order_by("-request__sent_at", "position").first()
