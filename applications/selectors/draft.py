"""Reads of drafts. Staff never see what was not sent."""

from datetime import datetime
from uuid import UUID

from django.db.models import F, QuerySet

from applications.models import Draft
from portal.cases.enums import Scope
from portal.cases.models import Actor


def drafts_visible_to(actor: Actor) -> QuerySet[Draft]:
    """Drafts of cases the actor may fill in; the system sees all, staff none."""
    if actor.is_system:
        return Draft.objects.all()
    return Draft.objects.filter(case_id__in=actor.case_ids_with(Scope.FILL_IN))


def open_drafts(actor: Actor) -> QuerySet[Draft]:
    """Visible drafts that can still be filled in, latest first; without their answers."""
    return drafts_visible_to(actor).filter(cleared_at__isnull=True).defer("answers")


def draft_to_fill_in(actor: Actor, draft_id: UUID) -> Draft | None:
    """The visible draft with this id, sent or not, or None; ``jobcenter_id`` is its case's."""
    found = drafts_visible_to(actor).annotate(jobcenter_id=F("case__jobcenter_id"))
    return found.filter(pk=draft_id).order_by().first()


def expired_drafts(now: datetime) -> QuerySet[Draft]:
    """Drafts whose time is over and whose answers are still there."""
    return Draft.objects.filter(cleared_at__isnull=True, expires_at__lte=now)
