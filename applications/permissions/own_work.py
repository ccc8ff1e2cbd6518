"""Which cases are a member of staff's own work, so that opening them needs no reason."""

from datetime import timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from applications.enums import ENDED
from applications.models import Application, StatusChange
from portal.cases.enums import Role
from portal.cases.models import Actor

STILL_AT_IT = timedelta(days=1)  # whoever has just handed out or ended an application may look at it again


def is_own_work(actor: Actor, case_id: UUID) -> bool:
    """Whether an application of the case is the actor's: given to them or to their team, or waiting for somebody.

    New work that nobody has taken on is everybody's in the jobcenter; once it lies with a team, that team's. In the
    clearing list it is the administrators'. Whoever has moved it within a day is still at it. A case without any
    application is nobody's yet. One SQL.
    """
    new = Q(assigned_to__isnull=True, team__isnull=True, case__jobcenter_id=actor.jobcenter_id)
    own = Q(assigned_to_id=actor.membership_id) | (new & ~Q(status__in=ENDED))
    if actor.team_id is not None:
        own |= Q(team_id=actor.team_id) | Q(case__team_id=actor.team_id)
    if actor.role is Role.ADMINISTRATOR:
        own |= Q(case__jobcenter__isnull=True)
    moved = StatusChange.objects.filter(
        application=OuterRef("pk"), membership_id=actor.membership_id, at__gt=timezone.now() - STILL_AT_IT
    )
    counts = Application.objects.filter(case_id=case_id).aggregate(
        all=Count("pk"), own=Count("pk", filter=own | Q(Exists(moved)))
    )
    return bool(counts["own"]) or not counts["all"]
