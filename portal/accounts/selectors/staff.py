"""Who works where today."""

from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from portal.accounts.enums import StaffRole
from portal.accounts.models import Jobcenter, StaffMembership, User


def staff_membership(user: User | AnonymousUser) -> StaffMembership | None:
    """Return what the user works as today, with jobcenter and team; None for everybody else. One SQL, none for guests.

    With two memberships that overlap (a change of jobcenter), the later one counts.
    """
    if not isinstance(user, User) or not user.is_staff:
        return None
    current = StaffMembership.objects.current().filter(user=user).select_related("jobcenter", "team")
    return current.order_by("-valid_from", "-pk").first()


def openers_of_restricted(jobcenter_id: UUID | None) -> list[str]:
    """Return the names of those at the jobcenter who may open specially protected papers today: whom to ask."""
    if jobcenter_id is None:
        return []
    current = StaffMembership.objects.current().filter(jobcenter_id=jobcenter_id, opens_restricted=True)
    return list(current.order_by("display_name").values_list("display_name", flat=True))


def jobcenters_administered_by(user_id: UUID) -> QuerySet[Jobcenter]:
    """Return the jobcenters whose data the user may administer today."""
    memberships = StaffMembership.objects.current().filter(user_id=user_id, role=StaffRole.ADMINISTRATOR)
    return Jobcenter.objects.filter(pk__in=memberships.values("jobcenter_id"))
