"""Wer hat meine Daten gesehen: the looks of others at the own case, a line for each person, day and reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypedDict

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Max, Min, QuerySet
from django.db.models.functions import TruncDate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.accounts.models import StaffMembership
from portal.audit.selectors import actors_behind
from portal.cases.enums import STAFF_ROLES, AccessReason, Role, Shown
from portal.cases.selectors import cases_overseen_by, looks_of_others, shown_by

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from portal.cases.models import Actor

FUNCTIONS = {
    Role.CASEWORKER: gettext_lazy("Sachbearbeitung"),
    Role.TEAM_LEAD: gettext_lazy("Teamleitung"),
    Role.ADMINISTRATOR: gettext_lazy("Verwaltung des Portals"),
    Role.HELPER: gettext_lazy("Ihre helfende Person"),
}
REASONS = dict(AccessReason.choices)


class Group(TypedDict):
    """A row of ``looks``: what one person saw on one day for one reason."""

    day: dt.date
    case_id: UUID
    actor_key: UUID
    role: str
    purpose: str
    first: dt.datetime
    last: dt.datetime
    times: int
    events: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
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
    return (
        looks_of_others(actor, cases_overseen_by(actor))
        .annotate(day=TruncDate("at"))
        .values("day", "case_id", "actor_key", "role", "purpose")
        .annotate(first=Min("at"), last=Max("at"), times=Count("request_id", distinct=True))
        .annotate(events=ArrayAgg("event", distinct=True))
        .order_by("-day", "-last", "actor_key")
    )


def in_words(groups: Iterable[Group]) -> list[Look]:
    """Return the lines for these groups; two SQL, however many there are. A shredded name leaves the function."""
    rows = list(groups)
    users = {key: actor.user_id for key, actor in actors_behind(row["actor_key"] for row in rows).items()}
    employers = _employers(user for user in users.values() if user)
    return [_look(row, employers.get(users.get(row["actor_key"]) or row["actor_key"], "")) for row in rows]


def _employers(user_ids: Iterable[UUID]) -> Mapping[UUID, str]:
    """The jobcenter of each member of staff; the latest, when it has changed."""
    memberships = StaffMembership.objects.filter(user_id__in=set(user_ids)).order_by("valid_from")
    return dict(memberships.values_list("user_id", "jobcenter__name"))


def _look(row: Group, employer: str) -> Look:
    role = Role(row["role"])
    seen = {shown_by(code) for code in row["events"]}
    return Look(
        day=row["day"],
        first=row["first"],
        last=row["last"],
        times=row["times"],
        who=_who(role, employer),
        shown=tuple(str(kind.label) for kind in Shown if kind in seen),
        why=_why(role, row["purpose"]),
    )


def _who(role: Role, employer: str) -> str:
    function = str(FUNCTIONS.get(role) or _("Eine andere Person"))
    return f"{function}, {employer}" if role in STAFF_ROLES and employer else function


def _why(role: Role, purpose: str) -> str:
    if role not in STAFF_ROLES:
        return _("Hilfe für Sie")
    return str(REASONS.get(purpose) or _("Bearbeitung Ihres Falls"))
