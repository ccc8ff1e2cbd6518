"""Who may do what on a case: every predicate for every kind of actor."""

import uuid

import pytest

from portal.cases import permissions
from portal.cases.enums import ALL_SCOPES, CaseStatus, Role, Scope
from portal.cases.models import Actor, Case, Person, system_actor

HERE, THERE = uuid.uuid4(), uuid.uuid4()
CASE = Case(jobcenter_id=HERE, status=CaseStatus.OPEN)
CLEARING = Case(status=CaseStatus.OPEN)
PROSPECTIVE = Case(status=CaseStatus.PROSPECTIVE)
CLOSED = Case(jobcenter_id=HERE, status=CaseStatus.CLOSED)


def owner(case):
    return Actor(role=Role.CLAIMANT, scopes={case.pk: ALL_SCOPES})


def staff(role, jobcenter_id=HERE):
    return Actor(role=role, jobcenter_id=jobcenter_id)


BY_SCOPE = {
    permissions.may_fill_in: Scope.FILL_IN,
    permissions.may_send: Scope.SEND,
    permissions.may_upload: Scope.UPLOAD,
    permissions.may_read_postbox: Scope.READ_POSTBOX,
    permissions.may_read_decisions: Scope.READ_DECISIONS,
    permissions.may_use_appointments: Scope.APPOINTMENTS,
}


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("predicate", BY_SCOPE)
def test_each_deed_of_citizens_needs_its_own_scope(predicate, scope):
    helper = Actor(role=Role.HELPER, scopes={CASE.pk: frozenset({scope})})
    assert predicate(helper, CASE) is (BY_SCOPE[predicate] is scope)


@pytest.mark.parametrize("predicate", BY_SCOPE)
def test_scopes_of_one_case_do_not_count_on_another(predicate):
    assert not predicate(owner(PROSPECTIVE), CASE)


@pytest.mark.parametrize("predicate", BY_SCOPE)
@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.TEAM_LEAD, Role.ADMINISTRATOR])
def test_staff_do_nothing_in_the_place_of_citizens(predicate, role):
    assert not predicate(staff(role), CASE)


def test_closed_case_takes_what_is_handed_in_but_no_new_drafts():
    assert not permissions.may_fill_in(owner(CLOSED), CLOSED)
    assert permissions.may_send(owner(CLOSED), CLOSED)


@pytest.mark.parametrize(
    ("actor", "case", "allowed"),
    [
        (staff(Role.CASEWORKER), CASE, True),
        (staff(Role.CASEWORKER), CLOSED, True),
        (staff(Role.CASEWORKER, THERE), CASE, False),
        (staff(Role.CASEWORKER, None), CLEARING, False),
        (staff(Role.TEAM_LEAD), CLEARING, False),
        (staff(Role.ADMINISTRATOR, THERE), CLEARING, True),
        (staff(Role.ADMINISTRATOR, THERE), CASE, False),
        (staff(Role.ADMINISTRATOR), PROSPECTIVE, False),
        (owner(CASE), CASE, False),
    ],
)
def test_work_on_a_case_is_for_staff_of_its_jobcenter(actor, case, allowed):
    assert permissions.may_work_on(actor, case) is allowed


@pytest.mark.parametrize(
    ("actor", "allowed"),
    [
        (system_actor("test"), True),
        (staff(Role.ADMINISTRATOR), True),
        (staff(Role.TEAM_LEAD), True),
        (staff(Role.CASEWORKER), False),
        (staff(Role.ADMINISTRATOR, THERE), False),
        (owner(CASE), False),
    ],
)
def test_jobcenter_is_assigned_by_the_leads_of_the_one_that_has_it(actor, allowed):
    assert permissions.may_assign_jobcenter(actor, CASE) is allowed


@pytest.mark.parametrize("predicate", [permissions.may_read_case, permissions.may_admit, permissions.may_name_person])
def test_reading_admitting_and_naming_are_for_owner_caseworker_and_system(predicate):
    for actor in (owner(CASE), staff(Role.CASEWORKER), system_actor("test")):
        assert predicate(actor, CASE)
    for actor in (owner(PROSPECTIVE), staff(Role.CASEWORKER, THERE)):
        assert not predicate(actor, CASE)


def test_upload_only_cannot_read():
    helper = Actor(role=Role.HELPER, scopes={CASE.pk: frozenset({Scope.UPLOAD})})
    assert not permissions.may_read_case(helper, CASE)
    assert not permissions.may_read_postbox(helper, CASE)


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.TEAM_LEAD, Role.ADMINISTRATOR])
def test_letters_are_printed_by_staff_of_the_case(role):
    assert permissions.may_print_letter(staff(role), Person(case=CASE))
    assert not permissions.may_print_letter(staff(role, THERE), Person(case=CASE))
    assert not permissions.may_print_letter(owner(CASE), Person(case=CASE))


@pytest.mark.parametrize("role", Role)
def test_who_leads_sees_the_list_of_letters(role):
    assert permissions.may_list_letters(staff(role)) is (role in {Role.TEAM_LEAD, Role.ADMINISTRATOR})
