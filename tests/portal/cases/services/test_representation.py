import datetime
import uuid

import pytest
from django.utils import timezone

from portal.audit.models import AuditEvent
from portal.cases.domain.representation import EVERYTHING, Proof, proof_of
from portal.cases.enums import GuardianTask, ProofKind, Scope, StandingKind
from portal.cases.errors import GrantNotPossible, NotPermitted
from portal.cases.permissions import may_grant
from portal.cases.selectors import actor_acting_for, actor_for_user
from portal.cases.services import (
    Representation,
    change_end,
    check_proof,
    end_standing,
    record_representation,
)
from portal.outbox.models import OutboxMessage
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor
from tests.factories.representations import RepresentationFactory

pytestmark = pytest.mark.django_db
CARD = Proof(ProofKind.GUARDIAN_CARD, "AG Musterstadt")
DAY = datetime.timedelta(days=1)


@pytest.fixture
def person():
    return PersonFactory()


@pytest.fixture
def office(person):
    return staff_actor(StaffMembershipFactory(jobcenter=person.case.jobcenter))


def guardian(**fields) -> Representation:
    usual = {
        "kind": StandingKind.GUARDIAN,
        "holder": UserFactory(),
        "holder_name": "Frau Berger",
        "tasks": {GuardianTask.FINANCES},
    }
    return Representation(**usual | fields)


def test_recorded_without_proof_may_hand_in_papers_only(office, person):
    standing = record_representation(actor=office, person=person, representation=guardian())
    assert (standing.kind, standing.tasks, standing.scopes) == ("guardian", ["finances"], ["upload"])
    assert (standing.holder_name, standing.person, standing.proof_checked_at) == ("Frau Berger", person, None)


def test_recorded_with_proof_is_checked_at_once(office, person):
    document = uuid.uuid4()
    standing = record_representation(
        actor=office, person=person, representation=guardian(proof=CARD, proof_document_id=document)
    )
    assert (proof_of(standing), standing.proof_document_id) == (CARD, document)
    assert standing.proof_checked_by_id == office.membership_id
    assert set(standing.scopes) == {Scope.FILL_IN, Scope.SEND, Scope.UPLOAD, Scope.READ_DECISIONS}


def test_tasks_and_reservation_are_for_guardians(office, person):
    standing = record_representation(
        actor=office,
        person=person,
        representation=guardian(kind=StandingKind.REPRESENTATIVE, has_reservation=True, proof=CARD),
    )
    assert (standing.tasks, standing.has_reservation) == ([], False)
    assert set(standing.scopes) == EVERYTHING


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": StandingKind.HELPER},
        {"tasks": ()},
        {"ends_at": datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)},
        {
            "starts_at": datetime.datetime(2090, 1, 2, tzinfo=datetime.UTC),
            "ends_at": datetime.datetime(2090, 1, 1, tzinfo=datetime.UTC),
        },
    ],
    ids=",".join,
)
def test_what_cannot_be_is_refused(office, person, fields):
    with pytest.raises(GrantNotPossible):
        record_representation(actor=office, person=person, representation=guardian(**fields))


def test_nobody_represents_themselves_and_no_blocked_account_does(office, person):
    for holder in (person.user, UserFactory(blocked=True)):
        with pytest.raises(GrantNotPossible):
            record_representation(actor=office, person=person, representation=guardian(holder=holder))


def test_same_account_is_recorded_once(office, person):
    wanted = guardian()
    record_representation(actor=office, person=person, representation=wanted)
    with pytest.raises(GrantNotPossible):
        record_representation(actor=office, person=person, representation=wanted)


def test_only_staff_of_the_case_record(person):
    elsewhere = staff_actor(StaffMembershipFactory())
    for actor in (elsewhere, claimant_actor(person.case), helper_actor(RepresentationFactory(person=person))):
        with pytest.raises(NotPermitted):
            record_representation(actor=actor, person=person, representation=guardian())


def test_right_that_begins_later_opens_nothing_before(office, person):
    begins = timezone.now() + DAY
    standing = record_representation(actor=office, person=person, representation=guardian(starts_at=begins))
    assert standing.valid_from == begins
    assert actor_acting_for(standing.user, person.case_id, purpose="test") is None


def test_check_opens_what_the_tasks_cover(office, person):
    standing = RepresentationFactory(person=person, unchecked=True)
    checked = check_proof(actor=office, standing=standing, proof=CARD)
    assert set(checked.scopes) == EVERYTHING
    event = AuditEvent.objects.get(event="standing.checked")
    assert (event.subject_id, event.case_id, event.role) == (str(standing.pk), person.case_id, "caseworker")
    assert OutboxMessage.objects.filter(fact="standing.checked", subject_id=standing.pk).exists()


@pytest.mark.parametrize("fields", [{"revoked_at": True}, {"valid_to": True}], ids=str)
def test_nothing_is_checked_after_the_end(office, person, fields):
    standing = RepresentationFactory(person=person, unchecked=True, **dict.fromkeys(fields, timezone.now()))
    with pytest.raises(GrantNotPossible):
        check_proof(actor=office, standing=standing, proof=CARD)


def test_proof_of_a_helper_is_not_checked_here(office, person):
    with pytest.raises(NotPermitted):
        check_proof(actor=office, standing=StandingFactory(helper=True, person=person), proof=CARD)


def test_renewed_order_holds_again(office, person):
    standing = RepresentationFactory(person=person, valid_to=timezone.now() - DAY, reminded_at=timezone.now())
    ends_at = timezone.now() + 365 * DAY
    changed = change_end(actor=office, standing=standing, ends_at=ends_at)
    assert (changed.valid_to, changed.reminded_at) == (ends_at, None)
    assert actor_acting_for(standing.user, person.case_id, purpose="test") is not None


@pytest.mark.parametrize("fields", [{"revoked_at": True}, {}], ids=str)
def test_end_is_not_moved_into_the_past_nor_after_somebody_ended_it(office, person, fields):
    standing = RepresentationFactory(person=person, **dict.fromkeys(fields, timezone.now()))
    with pytest.raises(GrantNotPossible):
        change_end(actor=office, standing=standing, ends_at=timezone.now() + (DAY if fields else -DAY))


def test_revoked_vollmacht_ends_at_once(person):
    standing = RepresentationFactory(person=person, authorised=True)
    end_standing(actor=claimant_actor(person.case), standing=standing)
    assert actor_acting_for(standing.user, person.case_id, purpose="test") is None


def test_person_does_not_end_what_a_court_decided(office, person):
    standing = RepresentationFactory(person=person)
    for actor in (claimant_actor(person.case), helper_actor(standing)):
        with pytest.raises(NotPermitted):
            end_standing(actor=actor, standing=standing)
    assert end_standing(actor=office, standing=standing).revoked_at is not None


def test_two_guardians_have_what_their_tasks_cover(person):
    money = RepresentationFactory(person=person, tasks=["finances"])
    post = RepresentationFactory(person=person, tasks=["post"])
    scopes = [actor_acting_for(held.user, person.case_id, purpose="test").scopes for held in (money, post)]
    assert scopes[0] == {person.case_id: {Scope.FILL_IN, Scope.SEND, Scope.UPLOAD, Scope.READ_DECISIONS}}
    assert scopes[1] == {person.case_id: {Scope.UPLOAD, Scope.READ_POSTBOX, Scope.READ_DECISIONS}}


@pytest.mark.parametrize(
    ("fields", "reads_post"),
    [
        ({"has_reservation": True}, False),
        ({"has_reservation": True, "tasks": ["finances"]}, True),
        ({"has_reservation": True, "unchecked": True}, True),
        ({}, True),
    ],
    ids=str,
)
def test_own_access_stays_unless_a_court_reserved_the_post(person, fields, reads_post):
    own = StandingFactory(person=person)
    RepresentationFactory(person=person, **fields)
    actor = actor_for_user(own.user, purpose="test")
    assert actor.may(Scope.READ_POSTBOX, person.case_id) is reads_post
    assert actor.may(Scope.SEND, person.case_id)


def test_guardian_lets_nobody_else_in_before_the_proof(person):
    unchecked = RepresentationFactory(person=person, unchecked=True)
    checked = RepresentationFactory(person=person)
    assert not may_grant(helper_actor(unchecked), person.case)
    assert may_grant(helper_actor(checked), person.case)
