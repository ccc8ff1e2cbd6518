import pytest

from portal.audit.services import record, request_id, shred_actor
from portal.cases.enums import AccessReason
from portal.cases.events import SEEN_ANSWERS, SEEN_NOTES
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
    record(staff_actor(membership), SEEN_ANSWERS, case_id=case.pk)

    assert [(line.what, line.who) for line in case_history(case.pk)] == [
        ("Angesehen: Angaben", "Frau Yıldız (Sachbearbeitung)")
    ]


def test_what_was_seen_in_one_request_is_one_line_with_its_reason(case, membership):
    actor = staff_actor(membership, purpose=AccessReason.COMPLAINT)
    for number in ("one", "two"):
        with request_id(number):
            record(actor, SEEN_ANSWERS, case_id=case.pk)
            record(actor, SEEN_NOTES, case_id=case.pk)

    assert [(line.what, line.why) for line in case_history(case.pk)] == [
        ("Angesehen: Angaben, interne Notizen", "Beschwerde oder Widerspruch")
    ] * 2


def test_claimant_and_portal_appear_by_role(case):
    record(claimant_actor(case), SEEN_ANSWERS, case_id=case.pk)
    record(system_actor("worker"), SEEN_ANSWERS, case_id=case.pk)

    assert [line.who for line in case_history(case.pk)] == ["Portal", "antragstellende Person"]


def test_colleague_as_claimant_stays_a_claimant(case):
    actor = claimant_actor(case)
    StaffMembershipFactory(user_id=actor.user_id)
    record(actor, SEEN_ANSWERS, case_id=case.pk)

    assert case_history(case.pk)[0].who == "antragstellende Person"


def test_shredded_name_leaves_the_role(case, membership):
    record(staff_actor(membership), SEEN_ANSWERS, case_id=case.pk)
    shred_actor(membership.user_id, actor=system_actor("test"))

    assert case_history(case.pk)[0].who == "Sachbearbeitung"


def test_history_costs_three_queries_and_is_limited(case, membership, django_assert_num_queries):
    for _ in range(LATEST + 1):
        record(staff_actor(membership), SEEN_ANSWERS, case_id=case.pk)

    with django_assert_num_queries(3):
        assert len(case_history(case.pk)) == LATEST
