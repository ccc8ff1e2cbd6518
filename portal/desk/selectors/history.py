"""Who looked at a case and who changed it, in words for colleagues."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from msgspec import Struct

from portal.accounts.models import StaffMembership
from portal.audit.models import AuditEvent
from portal.audit.selectors import actors_behind, events_for_case
from portal.cases.enums import AccessReason, Role
from portal.cases.selectors import shown_by
from portal.documents.enums import Purpose

LATEST = 50
NOBODY = UUID(int=0)
REASONS = dict([*AccessReason.choices, *Purpose.choices])


class Line(Struct, frozen=True):
    """When, what, who (name of a colleague, else the role in words), and why where a reason was asked for.

    What was seen in one request stands in one line.
    """

    at: datetime
    what: str
    who: str
    why: str


ROLE_WORDS = {
    Role.CLAIMANT: gettext_lazy("antragstellende Person"),
    Role.MEMBER: gettext_lazy("Mitglied der Bedarfsgemeinschaft"),
    Role.HELPER: gettext_lazy("helfende Person"),
    Role.ADVISER: gettext_lazy("Beratungsstelle oder Maßnahmeträger"),
    Role.REPRESENTATIVE: gettext_lazy("bevollmächtigte Person"),
    Role.GUARDIAN: gettext_lazy("rechtliche Betreuung oder Vertretung"),
    Role.GUEST: gettext_lazy("antragstellende Person, ohne Konto"),
    Role.CASEWORKER: gettext_lazy("Sachbearbeitung"),
    Role.TEAM_LEAD: gettext_lazy("Teamleitung"),
    Role.ADMINISTRATOR: gettext_lazy("Verwaltung des Portals"),
    Role.SYSTEM: gettext_lazy("Portal"),
}


def case_history(case_id: UUID) -> list[Line]:
    """Return the latest events of the case, newest first; three queries. A shredded name leaves the role."""
    events = list(events_for_case(case_id)[:LATEST])
    users = {key: actor.user_id for key, actor in actors_behind(event.actor_key for event in events).items()}
    memberships = StaffMembership.objects.filter(user_id__in={user_id for user_id in users.values() if user_id})
    names = {membership.user_id: membership.display_name for membership in memberships.order_by("valid_from")}
    return [
        Line(
            at=newest.at,
            what=_what([newest, *others]),
            who=_who(newest.role, names.get(users.get(newest.actor_key) or NOBODY)),
            why=str(REASONS.get(newest.purpose, "")),
        )
        for newest, *others in _by_request(events)
    ]


def _by_request(events: Iterable[AuditEvent]) -> Iterator[list[AuditEvent]]:
    """Looks that were noted in one request together, every other event alone."""
    for _request, together in groupby(events, key=_request_of):
        yield list(together)


def _request_of(event: AuditEvent) -> tuple[str, int]:
    is_look = event.request_id and shown_by(event.event)
    return (event.request_id, 0) if is_look else ("", event.pk)


def _what(events: list[AuditEvent]) -> str:
    kinds = [str(shown.label) for event in reversed(events) if (shown := shown_by(event.event))]
    return _("Angesehen: %(kinds)s") % {"kinds": ", ".join(kinds)} if kinds else events[0].label


def _who(role: str, name: str | None) -> str:
    """A claimant who also works here appears as claimant: only deeds as staff carry the name."""
    words = str(ROLE_WORDS[Role(role)])
    if name and role in {Role.CASEWORKER, Role.TEAM_LEAD, Role.ADMINISTRATOR}:
        return f"{name} ({words})"
    return words
