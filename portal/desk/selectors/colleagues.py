"""With whom one shares the work."""

from django.db.models import QuerySet

from portal.accounts.models import Jobcenter, StaffMembership
from portal.cases.models import Actor


def colleagues_of(actor: Actor) -> QuerySet[StaffMembership]:
    """Return everybody who works at the actor's jobcenter today, the actor included, by name."""
    current = StaffMembership.objects.current().filter(jobcenter=actor.jobcenter_id)
    return current.select_related("team").order_by("display_name")


def jobcenters_to_choose() -> QuerySet[Jobcenter]:
    """Return the jobcenters a case can be given to, by name."""
    return Jobcenter.objects.filter(is_active=True).order_by("name")
