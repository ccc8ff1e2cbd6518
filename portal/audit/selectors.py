"""Reads of the audit trail. Whether the reader may see a case is decided by the caller, above this app."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import BigIntegerField, Min, QuerySet, Subquery
from django.db.models.functions import Coalesce, Now
from django.utils import timezone

from portal.audit.models import ActorKey, AuditEvent, AuditSeal

LATE = timedelta(hours=1)  # no transaction of the portal stays open that long


def events_for_case(case_id: UUID) -> QuerySet[AuditEvent]:
    """Who looked at or changed this case, the newest first: one query, to be sliced by the caller."""
    return AuditEvent.objects.filter(case_id=case_id).order_by("-id")


def actors_behind(keys: Iterable[UUID]) -> dict[UUID, ActorKey]:
    """The person or system behind each key, with its user; shredded keys are left out. One query."""
    return {actor.key: actor for actor in ActorKey.objects.select_related("user").filter(key__in=set(keys))}


def events_by(user_ids: Iterable[UUID], *, case_id: UUID, role: str) -> QuerySet[AuditEvent]:
    """What these users did in this case in this role, the newest first: one query, to be sliced by the caller.

    What was done by users whose link to their events is destroyed is left out.
    """
    keys = ActorKey.objects.filter(user_id__in=list(user_ids)).values("key")
    return events_for_case(case_id).filter(role=role, actor_key__in=keys)


def unsealed_events(*, thorough: bool = False) -> QuerySet[AuditEvent]:
    """Events without a seal yet, in id order.

    Looks only behind an event that was sealed more than ``LATE`` ago, so the cost depends on the last hour and not on
    the size of the trail. ``thorough`` looks at all, for verification and the seldom repair run.
    """
    waiting = AuditEvent.objects.filter(seal__isnull=True).order_by("id")
    if thorough:
        return waiting
    settled = AuditSeal.objects.filter(sealed_at__lt=Now() - LATE).order_by("-seq").values("event_id")[:1]
    return waiting.filter(id__gt=Coalesce(Subquery(settled), 0, output_field=BigIntegerField()))


def unsealed_age() -> timedelta | None:
    """How long the oldest event has waited for its seal; None when none waits. The sealer's health figure."""
    oldest: datetime | None = unsealed_events().aggregate(oldest=Min("at"))["oldest"]
    return timezone.now() - oldest if oldest else None
