import datetime
import threading

import pytest
from django.db import connection
from django.utils import timezone

from portal.accounts.models import User
from portal.audit.models import AuditEvent
from portal.cases.domain.invitation import MOST_WAITING
from portal.cases.enums import ALL_SCOPES, CaseStatus, Role, StandingKind
from portal.cases.errors import NotPermitted, TeamElsewhere, TooManyInvitations
from portal.cases.models import Actor, Case, Person, Standing, system_actor
from portal.cases.selectors import actor_for_user
from portal.cases.services import admit_case, assign_jobcenter, begin_for_somebody, open_prospective_case
from tests.factories.accounts import JobcenterFactory, StaffMembershipFactory, TeamFactory, UserFactory
from tests.factories.cases import (
    OPENED_AT,
    CaseFactory,
    PersonFactory,
    StandingFactory,
    claimant_actor,
    helper_actor,
    staff_actor,
)
from tests.factories.invitations import begun, user_actor

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.UTC)


def events():
    return list(AuditEvent.objects.order_by("id").values_list("event", "role"))


def test_first_use_prepares_case_person_and_own_standing():
    user = UserFactory()
    case, person = open_prospective_case(user=user)
    assert (case.status, case.jobcenter, case.opened_at) == (CaseStatus.PROSPECTIVE, None, None)
    assert (person.case, person.user, person.is_applicant, person.name) == (case, user, True, "")
    standing = Standing.objects.get()
    assert (standing.kind, standing.person, set(standing.scopes)) == (StandingKind.OWN, person, set(ALL_SCOPES))
    assert actor_for_user(user, purpose="test").case_ids == {case.pk}
    assert events() == [("case.prepared", "claimant"), ("standing.granted", "claimant")]


def test_second_use_finds_the_same_in_one_query(django_assert_num_queries):
    user = UserFactory()
    first = open_prospective_case(user=user)
    with django_assert_num_queries(3):  # with SAVEPOINT and RELEASE of the test's transaction
        assert open_prospective_case(user=user) == first


def test_open_case_is_preferred_to_one_in_preparation():
    user = UserFactory()
    open_prospective_case(user=user)
    person = PersonFactory(user=user)
    StandingFactory(person=person)
    assert open_prospective_case(user=user) == (person.case, person)


def test_closed_case_is_not_current():
    standing = StandingFactory(person__case__closed=True)
    case, _person = open_prospective_case(user=standing.user)
    assert case != standing.case


@pytest.mark.parametrize("fields", [{"kind": "helper"}, {"revoked_at": OPENED_AT}])
def test_case_of_somebody_else_is_not_current(fields):
    standing = StandingFactory(**fields)
    case, _person = open_prospective_case(user=standing.user)
    assert case != standing.case


@pytest.mark.django_db(transaction=True)
def test_two_requests_at_once_get_the_same_case():
    user = UserFactory()
    barrier, found = threading.Barrier(4), []

    def open_one():
        barrier.wait()
        found.append(open_prospective_case(user=User.objects.get(pk=user.pk))[0].pk)
        connection.close()

    threads = [threading.Thread(target=open_one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(found), len(set(found)), Case.objects.count(), Person.objects.count()) == (4, 1, 1, 1)


def test_first_submission_opens_the_case_at_its_jobcenter():
    case, jobcenter = CaseFactory(prospective=True), JobcenterFactory()
    actor = claimant_actor(case)
    case = admit_case(actor=actor, case=case, jobcenter=jobcenter, at=NOW)
    assert (case.status, case.jobcenter, case.opened_at) == (CaseStatus.OPEN, jobcenter, NOW)
    assert events() == [("case.opened", "claimant")]


def test_submission_without_known_jobcenter_goes_to_clearing():
    case = CaseFactory(prospective=True)
    case = admit_case(actor=claimant_actor(case), case=case, jobcenter=None, at=NOW)
    assert case.is_in_clearing


def test_later_submission_joins_the_open_case():
    case = CaseFactory()
    joined = admit_case(actor=claimant_actor(case), case=case, jobcenter=JobcenterFactory(), at=NOW)
    assert (joined.jobcenter, joined.opened_at, joined.status) == (case.jobcenter, OPENED_AT, CaseStatus.OPEN)


def test_submission_received_earlier_moves_the_opening_back():
    case = CaseFactory()
    earlier = OPENED_AT - datetime.timedelta(days=1)
    assert admit_case(actor=system_actor("test"), case=case, jobcenter=None, at=earlier).opened_at == earlier


def test_later_submission_with_clear_postcode_leads_out_of_clearing():
    case, jobcenter = CaseFactory(clearing=True), JobcenterFactory()
    joined = admit_case(actor=claimant_actor(case), case=case, jobcenter=jobcenter, at=NOW)
    assert (joined.jobcenter, joined.opened_at) == (jobcenter, OPENED_AT)
    assert events()[-1] == ("case.assigned", "claimant")


def test_stranger_cannot_open_a_case():
    case = CaseFactory(prospective=True)
    with pytest.raises(NotPermitted):
        admit_case(actor=claimant_actor(CaseFactory()), case=case, jobcenter=None, at=NOW)
    case.refresh_from_db()
    assert case.status == CaseStatus.PROSPECTIVE


def test_administrator_assigns_from_clearing_to_any_jobcenter_with_team():
    case, team = CaseFactory(clearing=True), TeamFactory()
    actor = staff_actor(StaffMembershipFactory(administrator=True))
    case = assign_jobcenter(actor=actor, case=case, jobcenter=team.jobcenter, team=team)
    assert (case.jobcenter, case.team, case.opened_at) == (team.jobcenter, team, OPENED_AT)
    assert events() == [("case.assigned", "administrator")]


def test_lead_forwards_to_another_jobcenter_and_loses_sight():
    lead = StaffMembershipFactory(team_lead=True)
    case = CaseFactory(jobcenter=lead.jobcenter)
    actor = staff_actor(lead)
    assign_jobcenter(actor=actor, case=case, jobcenter=JobcenterFactory())
    with pytest.raises(NotPermitted):
        assign_jobcenter(actor=actor, case=case, jobcenter=lead.jobcenter)


def test_caseworkers_and_claimants_do_not_assign():
    caseworker = StaffMembershipFactory()
    case = CaseFactory(jobcenter=caseworker.jobcenter)
    for actor in (staff_actor(caseworker), claimant_actor(case), Actor(role=Role.GUEST, key="k")):
        with pytest.raises(NotPermitted):
            assign_jobcenter(actor=actor, case=case, jobcenter=JobcenterFactory())


def test_team_of_another_jobcenter_changes_nothing():
    case = CaseFactory(clearing=True)
    actor = staff_actor(StaffMembershipFactory(administrator=True))
    with pytest.raises(TeamElsewhere):
        assign_jobcenter(actor=actor, case=case, jobcenter=JobcenterFactory(), team=TeamFactory())
    case.refresh_from_db()
    assert case.jobcenter is None


def test_helper_begins_a_case_for_somebody_without_an_account():
    standing = begun()
    assert (standing.case.status, standing.person.user, standing.person.is_applicant) == ("prospective", None, True)
    assert (standing.kind, standing.scopes) == ("helper", ["fill_in", "upload"])
    assert (standing.known_as, standing.holder_name) == ("Papa", "Julia")
    assert user_actor(standing.user).case_ids == frozenset()


def test_who_acts_for_somebody_begins_nothing_for_a_third():
    helping = StandingFactory(helper=True)
    with pytest.raises(NotPermitted):
        begin_for_somebody(actor=helper_actor(helping), known_as="Papa", helper_name="Julia", ends_at=timezone.now())


def test_helper_begins_no_more_than_one_person_needs():
    standing = begun()
    for _number in range(MOST_WAITING - 1):
        begun(standing.user)
    with pytest.raises(TooManyInvitations):
        begun(standing.user)
