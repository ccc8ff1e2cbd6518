"""Wer hat meine Daten gesehen: the looks of others at the own case, a line for each person, day and reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Case, Count, F, Max, Min, QuerySet, Value, When
from django.db.models.functions import TruncDate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from msgspec import Struct

from portal.accounts.models import OrganisationMembership, StaffMembership
from portal.audit.selectors import actors_behind
from portal.cases.enums import STAFF_ROLES, AccessReason, Role, Shown
from portal.cases.models import Standing
from portal.cases.selectors import cases_overseen_by, looks_of_others, shown_by
from portal.documents.enums import Purpose

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Mapping
    from uuid import UUID

    from portal.cases.models import Actor

FUNCTIONS = {
    Role.MEMBER: gettext_lazy("Mitglied der Bedarfsgemeinschaft"),
    Role.HELPER: gettext_lazy("Helfende Person"),
    Role.ADVISER: gettext_lazy("Beratungsstelle oder Maßnahmeträger"),
    Role.REPRESENTATIVE: gettext_lazy("Bevollmächtigte Person"),
    Role.GUARDIAN: gettext_lazy("Rechtliche Betreuung oder Vertretung"),
    Role.CASEWORKER: gettext_lazy("Sachbearbeitung"),
    Role.TEAM_LEAD: gettext_lazy("Teamleitung"),
    Role.ADMINISTRATOR: gettext_lazy("Verwaltung des Portals"),
}
REASONS = dict([*AccessReason.choices, *Purpose.choices])


class Group(TypedDict):
    """A row of ``looks``: what one person saw on one day for one reason."""

    day: dt.date
    case_id: UUID
    actor_key: UUID
    role: str
    reason: str
    first: dt.datetime
    last: dt.datetime
    times: int
    events: list[str]


class Look(Struct, frozen=True, kw_only=True):
    """One line. ``who``: the function, never the private name of an employee; ``times``: how many pages or files."""

    day: dt.date
    first: dt.datetime
    last: dt.datetime
    times: int
    who: str
    shown: tuple[str, ...]
    why: str


def looks(actor: Actor) -> QuerySet[Any, Any]:
    """Return the groups, newest day first, to be sliced and handed to ``in_words``. One SQL before that."""
    reason = Case(When(purpose__in=REASONS, then=F("purpose")), default=Value(""))
    return (
        looks_of_others(actor, cases_overseen_by(actor))
        .annotate(day=TruncDate("at"), reason=reason)
        .values("day", "case_id", "actor_key", "role", "reason")
        .annotate(first=Min("at"), last=Max("at"), times=Count("request_id", distinct=True))
        .annotate(events=ArrayAgg("event", distinct=True))
        .order_by("-day", "-last", "actor_key")
    )


def in_words(groups: Iterable[Group]) -> list[Look]:
    """Return the lines for these groups; four SQL, however many there are. A shredded name leaves the function."""
    rows = list(groups)
    users = {key: actor.user_id for key, actor in actors_behind(row["actor_key"] for row in rows).items()}
    known = {user for user in users.values() if user}
    bodies = _employers(known), _helpers({row["case_id"] for row in rows}, known)
    return [_look(row, _name(row, users.get(row["actor_key"]), *bodies)) for row in rows]


def _employers(users: Collection[UUID]) -> Mapping[UUID, str]:
    """The jobcenter of each member of staff; the latest, when it has changed."""
    memberships = StaffMembership.objects.filter(user_id__in=users).order_by("valid_from")
    return dict(memberships.values_list("user_id", "jobcenter__name"))


def _helpers(cases: Collection[UUID], users: Collection[UUID]) -> Mapping[tuple[UUID, UUID], str]:
    """By case and user: what the person calls who acts for her, or the organisation and their name there."""
    standings = Standing.objects.of_others().filter(case_id__in=cases).select_related("organisation")
    names, bodies = {}, {}
    for standing in standings.order_by("created_at"):
        if standing.user_id is not None:
            names[standing.case_id, standing.user_id] = standing.holder_name or ""
        elif standing.organisation is not None:
            bodies[standing.case_id, standing.organisation.pk] = standing.organisation.name
    wanted = {organisation for _case, organisation in bodies}
    working = OrganisationMembership.objects.filter(user_id__in=users, organisation_id__in=wanted)
    for user, organisation, member in working.values_list("user_id", "organisation_id", "display_name"):
        for case in cases:
            body = bodies.get((case, organisation))
            names.setdefault((case, user), f"{body}, {member}" if body else "")
    return names


def _name(
    row: Group, user: UUID | None, employers: Mapping[UUID, str], helpers: Mapping[tuple[UUID, UUID], str]
) -> str:
    if user is None:
        return ""
    return employers.get(user, "") if row["role"] in STAFF_ROLES else helpers.get((row["case_id"], user), "")


def _look(row: Group, name: str) -> Look:
    role = Role(row["role"])
    seen = {shown_by(code) for code in row["events"]}
    return Look(
        day=row["day"],
        first=row["first"],
        last=row["last"],
        times=row["times"],
        who=", ".join(part for part in (str(FUNCTIONS[role]), name) if part),
        shown=tuple(str(kind.label) for kind in Shown if kind in seen),
        why=_why(role, row["reason"]),
    )


def _why(role: Role, reason: str) -> str:
    if role in STAFF_ROLES:
        return str(REASONS.get(reason) or _("Bearbeitung Ihres Falls"))
    if role is Role.MEMBER:
        return _("eigene Angaben in Ihrem Antrag")
    return _("Vertretung für Sie") if role in {Role.REPRESENTATIVE, Role.GUARDIAN} else _("Hilfe für Sie")
