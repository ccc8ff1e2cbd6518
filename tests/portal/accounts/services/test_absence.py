import datetime

import pytest

from portal.accounts.errors import AbsenceNotPossible
from portal.accounts.models import Absence
from portal.accounts.services import enter_absence, remove_absence
from portal.audit.models import AuditEvent
from tests.factories.accounts import AbsenceFactory, StaffMembershipFactory

pytestmark = pytest.mark.django_db
FIRST, LAST = datetime.date(2026, 12, 1), datetime.date(2026, 12, 14)


def enter(by, membership, first=FIRST, last=LAST, deputy=None):
    return enter_absence(by=by, membership=membership, first_day=first, last_day=last, deputy=deputy)


@pytest.fixture
def membership():
    return StaffMembershipFactory()


def test_own_absence_is_stored_and_recorded(membership):
    deputy = StaffMembershipFactory(jobcenter=membership.jobcenter)

    absence = enter(membership, membership, deputy=deputy)

    assert (absence.deputy, absence.last_day) == (deputy, LAST)
    assert list(AuditEvent.objects.values_list("event", flat=True)) == ["office_data.changed"]


def test_leads_of_the_house_enter_it_for_others(membership):
    lead = StaffMembershipFactory(jobcenter=membership.jobcenter, team_lead=True)
    foreign = StaffMembershipFactory(team_lead=True)
    colleague = StaffMembershipFactory(jobcenter=membership.jobcenter)

    assert enter(lead, membership).membership == membership
    for by in (foreign, colleague):
        with pytest.raises(AbsenceNotPossible):
            enter(by, membership)


def test_days_and_deputy_must_fit(membership):
    for fields in ({"last": datetime.date(2026, 11, 30)}, {"deputy": membership}, {"deputy": StaffMembershipFactory()}):
        with pytest.raises(AbsenceNotPossible):
            enter(membership, membership, **fields)
    assert not Absence.objects.exists()


def test_nobody_takes_back_somebody_elses(membership):
    absence = AbsenceFactory(membership=membership)

    with pytest.raises(AbsenceNotPossible):
        remove_absence(by=StaffMembershipFactory(jobcenter=membership.jobcenter), absence=absence)
    remove_absence(by=membership, absence=absence)
    assert not Absence.objects.exists()
