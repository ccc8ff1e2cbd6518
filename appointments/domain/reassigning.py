"""Appointments whose colleague will not be there, and why an appointment cannot go to another one."""

import datetime
from collections.abc import Iterable
from uuid import UUID

from msgspec import Struct

from appointments.enums import Conflict, WhyNobody
from portal.accounts.models import Absence, StaffMembership


def why_nobody(membership: StaffMembership, day: datetime.date, absences: Iterable[Absence]) -> WhyNobody | None:
    """Why the colleague of an appointment on ``day`` (local) is not there; None when they are.

    ``membership`` comes with its account and jobcenter.
    """
    if not membership.user.is_active:
        return WhyNobody.BLOCKED
    if membership.valid_from > day or (membership.valid_to is not None and membership.valid_to < day):
        return WhyNobody.ENDED
    is_away = any(each.membership_id == membership.pk and each.first_day <= day <= each.last_day for each in absences)
    return WhyNobody.AWAY if is_away else None


class Offered(Struct, frozen=True):
    """A colleague who could take appointments over, with when they are away."""

    membership: StaffMembership
    absences: tuple[Absence, ...] = ()

    def conflict(self, day: datetime.date, teams: frozenset[UUID]) -> Conflict | None:
        """What stands against an appointment on ``day`` of a service that these teams do (empty: all); None: nothing.

        Whether the time is free only the database knows.
        """
        if why_nobody(self.membership, day, self.absences) is not None:
            return Conflict.NOT_THERE
        if teams and self.membership.team_id not in teams:
            return Conflict.OTHER_TEAM
        return None
