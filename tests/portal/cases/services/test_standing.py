import datetime

import pytest
from django.utils import timezone

from portal.audit.models import AuditEvent
from portal.cases.enums import GuardianTask, Scope, StandingKind
from portal.cases.errors import GrantNotPossible, NotPermitted
from portal.cases.models import Standing
from portal.cases.services import Grant, end_standing, extend_standing, grant_standing
from tests.factories.accounts import OrganisationFactory, StaffMembershipFactory, UserFactory
from tests.factories.cases import PersonFactory, StandingFactory, claimant_actor, helper_actor, staff_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return PersonFactory()


def helper_grant(**fields) -> Grant:
    return Grant(**{"kind": StandingKind.HELPER, "holder": UserFactory(), "scopes": {Scope.UPLOAD}, **fields})


def test_claimant_grants_what_was_asked(person):
    ends_at = timezone.now() + datetime.timedelta(days=90)
    grant = helper_grant(ends_at=ends_at, holder_name="Julia", known_as="Papa")
    standing = grant_standing(actor=claimant_actor(person.case), case=person.case, person=person, grant=grant)
    stored = Standing.objects.get(pk=standing.pk)
    assert (stored.user, stored.organisation, stored.kind, stored.scopes) == (grant.holder, None, "helper", ["upload"])
    assert (stored.valid_to, stored.holder_name, stored.known_as) == (ends_at, "Julia", "Papa")
    assert stored.granted_by_user == person.user


def test_grant_is_recorded(person):
    standing = grant_standing(actor=claimant_actor(person.case), case=person.case, person=person, grant=helper_grant())
    event = AuditEvent.objects.get(event="standing.granted")
    assert (event.subject_id, event.case_id, event.role) == (str(standing.pk), person.case_id, "claimant")


def test_organisation_can_hold_a_standing(person):
    organisation = OrganisationFactory()
    grant = helper_grant(kind=StandingKind.ADVISER, holder=organisation)
    standing = grant_standing(actor=claimant_actor(person.case), case=person.case, person=person, grant=grant)
    assert (standing.user, standing.organisation) == (None, organisation)


def test_staff_of_the_case_record_a_guardian(person):
    actor = staff_actor(StaffMembershipFactory(jobcenter=person.case.jobcenter))
    grant = helper_grant(kind=StandingKind.GUARDIAN, tasks={GuardianTask.FINANCES}, has_reservation=True)
    standing = grant_standing(actor=actor, case=person.case, person=person, grant=grant)
    assert (standing.tasks, standing.has_reservation) == (["finances"], True)


def test_nobody_else_grants(person):
    helper = helper_actor(StandingFactory(helper=True, person=person))
    stranger = claimant_actor(PersonFactory().case)
    elsewhere = staff_actor(StaffMembershipFactory())
    for actor in (helper, stranger, elsewhere):
        with pytest.raises(NotPermitted):
            grant_standing(actor=actor, case=person.case, person=person, grant=helper_grant())


@pytest.mark.parametrize("fields", [{"scopes": ()}, {"ends_at": datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)}])
def test_grant_that_cannot_be_is_refused(person, fields):
    with pytest.raises(GrantNotPossible):
        grant_standing(actor=claimant_actor(person.case), case=person.case, person=person, grant=helper_grant(**fields))


def test_grant_for_a_person_of_another_case_is_refused(person):
    with pytest.raises(GrantNotPossible):
        grant_standing(
            actor=claimant_actor(person.case), case=person.case, person=PersonFactory(), grant=helper_grant()
        )


def test_claimant_ends_at_once(person):
    standing = StandingFactory(helper=True, person=person)
    ended = end_standing(actor=claimant_actor(person.case), standing=standing)
    assert ended.revoked_at is not None
    assert not Standing.objects.valid_at(timezone.now()).filter(pk=standing.pk).exists()


def test_helper_ends_as_well(person):
    standing = StandingFactory(helper=True, person=person)
    assert end_standing(actor=helper_actor(standing), standing=standing).revoked_at is not None


def test_ending_twice_is_the_same_as_once(person):
    standing = StandingFactory(helper=True, person=person)
    actor = claimant_actor(person.case)
    first, second = (end_standing(actor=actor, standing=standing) for _ in range(2))
    assert first.revoked_at == second.revoked_at
    assert AuditEvent.objects.filter(event="standing.ended").count() == 1


def test_one_helper_does_not_end_another(person):
    standing, other = (StandingFactory(helper=True, person=person) for _ in range(2))
    with pytest.raises(NotPermitted):
        end_standing(actor=helper_actor(other), standing=standing)


def test_own_standing_is_not_ended_this_way(person):
    actor = claimant_actor(person.case)
    with pytest.raises(NotPermitted):
        end_standing(actor=actor, standing=Standing.objects.own().get(case=person.case))


def test_extension_begins_where_the_grant_would_end(person):
    end = datetime.datetime(2027, 5, 26, 21, 59, 59, tzinfo=datetime.UTC)
    standing = StandingFactory(helper=True, person=person, valid_to=end, reminded_at=timezone.now())
    extended = extend_standing(actor=claimant_actor(person.case), standing=standing, months=6)
    assert timezone.localdate(extended.valid_to) == datetime.date(2027, 11, 26)
    assert extended.reminded_at is None
    assert AuditEvent.objects.filter(event="standing.extended", subject_id=str(standing.pk)).count() == 1


def test_what_is_over_begins_anew(person):
    standing = StandingFactory(
        helper=True, person=person, valid_to=datetime.datetime(2026, 2, 1, 12, 0, tzinfo=datetime.UTC)
    )
    extended = extend_standing(actor=claimant_actor(person.case), standing=standing, months=1)
    assert extended.valid_to > timezone.now()


def test_what_somebody_has_ended_is_not_extended(person):
    standing = StandingFactory(helper=True, person=person, revoked_at=timezone.now(), valid_to=timezone.now())
    with pytest.raises(GrantNotPossible):
        extend_standing(actor=claimant_actor(person.case), standing=standing, months=1)


def test_helper_does_not_extend(person):
    standing = StandingFactory(helper=True, person=person, valid_to=timezone.now() + datetime.timedelta(days=1))
    with pytest.raises(NotPermitted):
        extend_standing(actor=helper_actor(standing), standing=standing, months=1)
