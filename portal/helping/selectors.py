"""What somebody did for a person, in the words of the audit trail."""

from datetime import datetime
from uuid import UUID

from msgspec import Struct

from portal.accounts.models import OrganisationMembership
from portal.accounts.selectors import names_of_members
from portal.audit.models import AuditEvent
from portal.audit.selectors import actors_behind, events_by
from portal.cases.enums import ACTING_AS, StandingKind
from portal.cases.models import Standing

LATEST = 100


class Doing(Struct, frozen=True):
    """One thing that was done: when, what; of an organisation also by whom, as they are known there."""

    at: datetime
    what: str
    who: str = ""


def doings_of(standing: Standing) -> list[Doing]:
    """Return what was done on the case by who holds the standing, in its role and time; the latest 100, newest first.

    The standing comes from ``helpers_visible_to(actor)``. Of an organisation: by everybody who works or worked there.
    """
    events = events_by(_users(standing), case_id=standing.case_id, role=ACTING_AS[StandingKind(standing.kind)])
    during = events.filter(at__gte=standing.valid_from)
    if standing.revoked_at is not None:
        during = during.filter(at__lte=standing.revoked_at)
    latest = list(during[:LATEST])
    names = _names(standing, latest)
    return [Doing(event.at, event.label, names.get(event.actor_key, "")) for event in latest]


def _names(standing: Standing, events: list[AuditEvent]) -> dict[UUID, str]:
    if standing.organisation_id is None:
        return {}
    users = {key: behind.user_id for key, behind in actors_behind(event.actor_key for event in events).items()}
    known = names_of_members({user for user in users.values() if user}, standing.organisation_id)
    return {key: known.get(user, "") for key, user in users.items() if user}


def _users(standing: Standing) -> list[UUID]:
    if standing.user_id is not None:
        return [standing.user_id]
    members = OrganisationMembership.objects.filter(organisation=standing.organisation)
    return list(members.values_list("user_id", flat=True))
