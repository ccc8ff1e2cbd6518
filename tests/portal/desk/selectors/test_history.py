import pytest

from applications.events import APPLICATION_OPENED
from portal.audit.services import record, shred_actor
from portal.cases.models import system_actor
from portal.desk.selectors.history import LATEST, case_history
from tests.factories.accounts import StaffMembershipFactory
from tests.factories.cases import CaseFactory, claimant_actor, staff_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return CaseFactory()


@pytest.fixture
def membership(case):
    return StaffMembershipFactory(jobcenter=case.jobcenter, display_name="Frau Yıldız")


def test_history_names_colleagues_and_what_they_did(case, membership):
    record(staff_actor(membership), APPLICATION_OPENED, case_id=case.pk)

    assert [(line.what, line.who) for line in case_history(case.pk)] == [
        ("Antrag angesehen", "Frau Yıldız (Sachbearbeitung)")
    ]


def test_claimant_and_portal_appear_by_role(case):
    record(claimant_actor(case), APPLICATION_OPENED, case_id=case.pk)
    record(system_actor("worker"), APPLICATION_OPENED, case_id=case.pk)

    assert [line.who for line in case_history(case.pk)] == ["Portal", "antragstellende Person"]


def test_colleague_as_claimant_stays_a_claimant(case):
    actor = claimant_actor(case)
    StaffMembershipFactory(user_id=actor.user_id)
    record(actor, APPLICATION_OPENED, case_id=case.pk)

    assert case_history(case.pk)[0].who == "antragstellende Person"


def test_shredded_name_leaves_the_role(case, membership):
    record(staff_actor(membership), APPLICATION_OPENED, case_id=case.pk)
    shred_actor(membership.user_id, actor=system_actor("test"))

    assert case_history(case.pk)[0].who == "Sachbearbeitung"


def test_history_costs_three_queries_and_is_limited(case, membership, django_assert_num_queries):
    for _ in range(LATEST + 1):
        record(staff_actor(membership), APPLICATION_OPENED, case_id=case.pk)

    with django_assert_num_queries(3):
        assert len(case_history(case.pk)) == LATEST
