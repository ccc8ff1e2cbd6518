"""Reads of requests for evidence. Every read starts from what the actor may see."""

import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from msgspec import Struct

from mailbox.enums import (
    OPEN_ITEMS,
    UNANSWERED_ITEMS,
    ExtensionStatus,
    ItemStatus,
    RequestStatus,
)
from mailbox.models import EvidenceAnswer, EvidenceItem, EvidenceRequest, Extension
from mailbox.selectors.thread import threads_visible_to
from portal.cases.models import Actor
from portal.cases.selectors import cases_visible_to


class OpenRequest(Struct, frozen=True, kw_only=True):
    """What a list says of a request to which something is missing; nothing of what is asked for.

    ``submission_id``: the application it is about. ``missing``: things without an answer; ``announced``: things on
    their way on paper. ``asked_for_time``: a wish that nobody has answered yet.
    """

    id: UUID
    case_id: UUID
    submission_id: UUID | None
    deadline: datetime.date | None
    is_hint: bool
    missing: int
    announced: int
    asked_for_time: bool


def requests_visible_to(actor: Actor) -> QuerySet[EvidenceRequest]:
    """Requests the actor may see: citizens what was sent, in conversations they read; staff those of their cases."""
    if actor.is_citizen:
        sent = EvidenceRequest.objects.filter(sent_at__isnull=False)
        return sent.filter(thread__in=threads_visible_to(actor))
    return EvidenceRequest.objects.filter(case__in=cases_visible_to(actor))


def open_requests(actor: Actor) -> list[OpenRequest]:
    """What a person still has to answer or to bring, the next deadline first, hints last. One query."""
    wishes = Extension.objects.filter(request=OuterRef("pk"), status=ExtensionStatus.ASKED)
    found = (
        requests_visible_to(actor)
        .filter(status=RequestStatus.SENT)
        .annotate(
            missing=Count("items", filter=Q(items__status__in=UNANSWERED_ITEMS)),
            announced=Count("items", filter=Q(items__status=ItemStatus.ANNOUNCED)),
            asked_for_time=Exists(wishes),
        )
        .filter(Q(missing__gt=0) | Q(announced__gt=0))
        .order_by("is_hint", "deadline", "sent_at")
    )
    rows = found.values_list(
        "pk", "case_id", "submission_id", "deadline", "is_hint", "missing", "announced", "asked_for_time"
    )
    return [
        OpenRequest(
            id=pk,
            case_id=case_id,
            submission_id=submission_id,
            deadline=deadline,
            is_hint=is_hint,
            missing=missing,
            announced=announced,
            asked_for_time=asked,
        )
        for pk, case_id, submission_id, deadline, is_hint, missing, announced, asked in rows
    ]


def is_answered(request: EvidenceRequest) -> bool:
    """Whether the person has said something to everything, and nothing is still on its way on paper. One query."""
    return not request.items.filter(status__in=OPEN_ITEMS).exists()


def with_everything(requests: QuerySet[EvidenceRequest]) -> QuerySet[EvidenceRequest]:
    """Bring along items, whom they are about, answers with papers and proof, steps and wishes. Seven queries more."""
    answers = EvidenceAnswer.objects.select_related("submission").prefetch_related("documents")
    items = EvidenceItem.objects.select_related("person").prefetch_related(
        "steps", Prefetch("answers", queryset=answers)
    )
    return requests.select_related("case", "person", "thread", "sent_by").prefetch_related(
        Prefetch("items", queryset=items), "extensions"
    )


def requests_to_remind_of(today: datetime.date) -> list[UUID]:
    """Ids of open requests with a deadline to come that nobody was reminded of, and with something unanswered.

    For the worker, which decides whether the day has come.
    """
    missing = EvidenceItem.objects.filter(request=OuterRef("pk"), status__in=UNANSWERED_ITEMS)
    found = EvidenceRequest.objects.filter(
        Exists(missing), status=RequestStatus.SENT, deadline__gte=today, reminded_at__isnull=True
    )
    return list(found.order_by("deadline", "pk").values_list("pk", flat=True))
