import pytest

from portal.audit.models import AuditEvent
from portal.cases.errors import NotPermitted
from portal.cases.models import Case, system_actor
from portal.cases.models.household_number import household_number_index
from portal.cases.services import enter_household_number
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, claimant_actor, staff_actor

pytestmark = pytest.mark.django_db
NUMBER = "12345BG0001234"


@pytest.fixture
def case():
    return CaseFactory()


def worker_of(case):
    return staff_actor(StaffMembershipFactory(jobcenter=case.jobcenter))


def test_number_is_kept_with_its_index_and_noted_once(case):
    actor = worker_of(case)
    for _ in range(2):
        enter_household_number(actor=actor, case=case, number=NUMBER)
    kept = Case.objects.get(pk=case.pk)

    assert (kept.household_number, kept.household_number_index) == (NUMBER, household_number_index(NUMBER))
    assert [event.event for event in AuditEvent.objects.all()] == ["case.household_number_entered"]


@pytest.mark.parametrize(
    "stranger",
    [lambda _case: staff_actor(StaffMembershipFactory()), claimant_actor, lambda _case: system_actor("test")],
    ids=["other_jobcenter", "claimant", "system"],
)
def test_only_who_works_on_the_case_enters_it(case, stranger):
    with pytest.raises(NotPermitted):
        enter_household_number(actor=stranger(case), case=case, number=NUMBER)
