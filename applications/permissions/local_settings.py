"""Who may set up what for a jobcenter."""

from uuid import UUID

from portal.cases.enums import Role
from portal.cases.models import Actor


def may_set_up(*, actor: Actor, jobcenter_id: UUID) -> bool:
    """Administrators of this jobcenter."""
    return actor.role is Role.ADMINISTRATOR and actor.jobcenter_id == jobcenter_id
