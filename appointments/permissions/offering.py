"""Who may say what an office offers, and when somebody has time."""

from typing import Final

from appointments.models import OpeningRule
from portal.accounts.models import StaffMembership
from portal.cases.enums import Role
from portal.cases.models import Actor

LEADS: Final = frozenset({Role.TEAM_LEAD, Role.ADMINISTRATOR})


def may_set_up(actor: Actor) -> bool:
    """Services and rooms of the own jobcenter, everybody's hours: who leads a team or administers the house."""
    return actor.role in LEADS and actor.jobcenter_id is not None


def may_change_settings(actor: Actor) -> bool:
    """What holds for all appointments, the key of the video service included: who administers the house."""
    return actor.role is Role.ADMINISTRATOR and actor.jobcenter_id is not None


def may_change_hours(actor: Actor, membership: StaffMembership) -> bool:
    """One's own hours; who may set up also those of everybody of the house."""
    if not actor.is_staff or actor.jobcenter_id != membership.jobcenter_id:
        return False
    return membership.pk == actor.membership_id or may_set_up(actor)


def may_change_rule(actor: Actor, rule: OpeningRule) -> bool:
    """The same for one opening rule."""
    return may_change_hours(actor, rule.membership)
