"""Which cases are a member of staff's own work because of a conversation: their team has to answer."""

from datetime import timedelta
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from mailbox.models import Message, Thread, TopicRoute
from portal.cases.models import Actor

STILL_AT_IT = timedelta(days=1)  # whoever has just answered may look at it again


def is_own_work(actor: Actor, case_id: UUID) -> bool:
    """Whether somebody waits in this case for the actor's team, or the actor has just written in it. Two SQL."""
    if actor.membership_id is None or actor.jobcenter_id is None:
        return False
    if actor.team_id is not None:
        routed = TopicRoute.objects.filter(jobcenter_id=actor.jobcenter_id, team_id=actor.team_id)
        theirs = Q(team_id=actor.team_id) | Q(team__isnull=True, topic__in=routed.values("topic"))
        waiting = Thread.objects.filter(case_id=case_id, case__jobcenter_id=actor.jobcenter_id)
        if waiting.filter(theirs, waiting_since__isnull=False).exists():
            return True
    recent = timezone.now() - STILL_AT_IT
    return Message.objects.filter(
        thread__case_id=case_id, author_id=actor.membership_id, created_at__gt=recent
    ).exists()
