"""Reads of drafts. Staff never see what was not sent."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db.models import F, QuerySet

from applications.models import Draft
from portal.cases.enums import Scope
from portal.cases.models import Actor
from portal.postgres.prepared import PreparedQuery

_BY_ID: PreparedQuery[Draft] = PreparedQuery(
    lambda draft_id: Draft.objects.filter(pk=draft_id).annotate(jobcenter_id=F("case__jobcenter_id")).order_by(),
    draft_id=uuid4(),
)


def drafts_visible_to(actor: Actor) -> QuerySet[Draft]:
    """Drafts of cases the actor may fill in; the system sees all, staff none."""
    if actor.is_system:
        return Draft.objects.all()
    return Draft.objects.filter(case_id__in=actor.case_ids_with(Scope.FILL_IN))


def _is_visible_to(actor: Actor, case_id: UUID) -> bool:
    """What `drafts_visible_to` says, for the case of one draft."""
    return actor.is_system or case_id in actor.case_ids_with(Scope.FILL_IN)


def open_drafts(actor: Actor) -> QuerySet[Draft]:
    """Visible drafts that can still be filled in, latest first; without their answers."""
    return drafts_visible_to(actor).filter(cleared_at__isnull=True).defer("answers")


def draft_to_fill_in(actor: Actor, draft_id: UUID) -> Draft | None:
    """The visible draft with this id, sent or not, or None; ``jobcenter_id`` is its case's."""
    draft = _BY_ID.first(draft_id=draft_id)  # asked on every page of a form; what is not visible is never opened
    return draft if draft is not None and _is_visible_to(actor, draft.case_id) else None


def expired_drafts(now: datetime) -> QuerySet[Draft]:
    """Drafts whose time is over and whose answers are still there."""
    return Draft.objects.filter(cleared_at__isnull=True, expires_at__lte=now)


def expiring_drafts(now: datetime, until: datetime) -> QuerySet[Draft]:
    """Drafts with something in them that end in this time and whose people do not know of that end yet."""
    ending = Draft.objects.filter(cleared_at__isnull=True, version__gt=0, expires_at__gt=now, expires_at__lte=until)
    return ending.exclude(expiry_told_for=F("expires_at")).order_by("expires_at", "pk")
