"""Which cases somebody sees."""

from django.db.models import Q, QuerySet

from portal.cases.enums import CaseStatus, Role
from portal.cases.models import Actor, Case


def cases_visible_to(actor: Actor) -> QuerySet[Case]:
    """Return the cases the actor may know of.

    Citizens: those they have a standing on. Staff: opened cases of their jobcenter; administrators the clearing list,
    too. The system: all. What of a case may be read is for the scopes to say.
    """
    if actor.is_system:
        return Case.objects.all()
    if actor.is_staff:
        return Case.objects.exclude(status=CaseStatus.PROSPECTIVE).filter(_of_jobcenter(actor))
    return Case.objects.filter(pk__in=actor.case_ids)


def clearing_list(actor: Actor) -> QuerySet[Case]:
    """Return accepted cases without a jobcenter, oldest first; empty for all but administrators and the system.

    Every administrator sees all of them, whatever their jobcenter: somebody has to find the responsible one (§ 16 (2)
    SGB I).
    """
    if actor.role not in {Role.ADMINISTRATOR, Role.SYSTEM}:
        return Case.objects.none()
    return Case.objects.filter(jobcenter__isnull=True, status=CaseStatus.OPEN).order_by("opened_at")


def _of_jobcenter(actor: Actor) -> Q:
    own = Q(jobcenter_id=actor.jobcenter_id, jobcenter__isnull=False)
    if actor.role is Role.ADMINISTRATOR:
        return own | Q(jobcenter__isnull=True, status=CaseStatus.OPEN)
    return own
