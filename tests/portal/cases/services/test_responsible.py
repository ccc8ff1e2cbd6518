import pytest

from portal.audit.models import AuditEvent
from portal.cases.errors import NotPermitted
from portal.cases.models import Case
from portal.cases.services import assign_jobcenter, set_responsible
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory
from tests.factories.cases import CaseFactory, claimant_actor, staff_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def membership():
    return StaffMembershipFactory(role="administrator")


@pytest.fixture
def case(membership):
    return CaseFactory(jobcenter=membership.jobcenter)


def test_colleague_is_named_once(case, membership):
    actor = staff_actor(membership)
    for _again in range(2):
        set_responsible(actor=actor, case=case, membership_id=membership.pk)

    assert Case.objects.get().responsible == membership
    assert AuditEvent.objects.filter(event="case.responsible_changed", case_id=case.pk).count() == 1


def test_person_names_nobody(case, membership):
    with pytest.raises(NotPermitted):
        set_responsible(actor=claimant_actor(case), case=case, membership_id=membership.pk)


def test_case_that_goes_to_another_house_leaves_its_caseworker(case, membership):
    actor = staff_actor(membership)
    set_responsible(actor=actor, case=case, membership_id=membership.pk)

    assign_jobcenter(actor=actor, case=case, jobcenter=JobcenterFactory())

    assert Case.objects.get().responsible is None
