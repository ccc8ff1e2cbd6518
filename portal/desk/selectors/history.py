"""Who looked at a case and who changed it, in words for colleagues."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from portal.accounts.models import StaffMembership
from portal.audit.selectors import actors_behind, events_for_case
from portal.cases.enums import Role

LATEST = 50
NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Line:
    """One event: when, what, who (name of a colleague, else the role in words)."""

    at: datetime
    what: str
    who: str


ROLE_WORDS = {
    Role.CLAIMANT: _("antragstellende Person"),
    Role.MEMBER: _("Mitglied der Bedarfsgemeinschaft"),
    Role.HELPER: _("helfende Person"),
    Role.ADVISER: _("Beratungsstelle oder Maßnahmeträger"),
    Role.REPRESENTATIVE: _("bevollmächtigte Person"),
    Role.GUARDIAN: _("rechtliche Betreuung oder Vertretung"),
    Role.GUEST: _("Gast"),
    Role.CASEWORKER: _("Sachbearbeitung"),
    Role.TEAM_LEAD: _("Teamleitung"),
    Role.ADMINISTRATOR: _("Verwaltung des Portals"),
    Role.SYSTEM: _("Portal"),
}


def case_history(case_id: UUID) -> list[Line]:
    """Return the latest events of the case, newest first; three queries. A shredded name leaves the role."""
    events = list(events_for_case(case_id)[:LATEST])
    users = {key: actor.user_id for key, actor in actors_behind(event.actor_key for event in events).items()}
    memberships = StaffMembership.objects.filter(user_id__in={user_id for user_id in users.values() if user_id})
    names = {membership.user_id: membership.display_name for membership in memberships.order_by("valid_from")}
    doers = [names.get(users.get(event.actor_key) or NOBODY) for event in events]
    return [Line(event.at, event.label, _who(event.role, name)) for event, name in zip(events, doers, strict=True)]


def _who(role: str, name: str | None) -> str:
    """A claimant who also works here appears as claimant: only deeds as staff carry the name."""
    words = str(ROLE_WORDS[Role(role)])
    if name and role in {Role.CASEWORKER, Role.TEAM_LEAD, Role.ADMINISTRATOR}:
        return f"{name} ({words})"
    return words
