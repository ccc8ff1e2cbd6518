"""Who is away when, and who stands in: entered by the person, or by who leads."""

from datetime import date
from typing import Final

from django.db import transaction

from portal.accounts.enums import StaffRole
from portal.accounts.errors import AbsenceNotPossible
from portal.accounts.events import OFFICE_DATA_CHANGED, OFFICE_DATA_DELETED
from portal.accounts.models import Absence, StaffMembership
from portal.audit.events import UserActor
from portal.audit.services import record

LEADS: Final = frozenset({StaffRole.TEAM_LEAD, StaffRole.ADMINISTRATOR})
PURPOSE: Final = "absence"


def may_enter_absence(by: StaffMembership, membership: StaffMembership) -> bool:
    """For oneself; who leads also for everybody of the house."""
    leads = by.role in LEADS and by.jobcenter_id == membership.jobcenter_id
    return by.pk == membership.pk or leads


@transaction.atomic
def enter_absence(
    *, by: StaffMembership, membership: StaffMembership, first_day: date, last_day: date, deputy: StaffMembership | None
) -> Absence:
    """Note that somebody is away, both days inclusive.

    Raises AbsenceNotPossible without the right, when it ends before it begins, or with a deputy of another house or
    the person herself.
    """
    fits = deputy is None or (deputy.jobcenter_id == membership.jobcenter_id and deputy.pk != membership.pk)
    if not may_enter_absence(by, membership) or last_day < first_day or not fits:
        raise AbsenceNotPossible
    absence = Absence.objects.create(membership=membership, first_day=first_day, last_day=last_day, deputy=deputy)
    record(_actor(by), OFFICE_DATA_CHANGED, subject=absence)
    return absence


@transaction.atomic
def remove_absence(*, by: StaffMembership, absence: Absence) -> None:
    """Take it back. Raises AbsenceNotPossible without the right."""
    if not may_enter_absence(by, absence.membership):
        raise AbsenceNotPossible
    record(_actor(by), OFFICE_DATA_DELETED, subject=absence)
    absence.delete()


def _actor(by: StaffMembership) -> UserActor:
    return UserActor(user_id=by.user_id, role=by.role, purpose=PURPOSE)
