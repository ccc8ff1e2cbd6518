import datetime

import pytest
from django.db import connection
from django.utils import timezone

from portal.audit.models import AuditEvent
from portal.cases.domain.guest_code import normalise_code
from portal.cases.enums import ALL_SCOPES, CaseStatus, StandingKind
from portal.cases.errors import AccountInThisCase, CodeNotValid, NotPermitted
from portal.cases.models import Case, Person, Standing
from portal.cases.selectors import actor_for_guest, actor_for_user
from portal.cases.services import (
    add_code,
    admit_case,
    begin_as_guest,
    join_account,
    join_account_of_guest,
    keep_contact_address,
    renew_code,
    resume_as_guest,
)
from portal.cases.services.guest import refuse_code
from tests.factories.accounts import StaffMembershipFactory, UserFactory
from tests.factories.cases import StandingFactory, helper_actor, staff_actor
from tests.portal.races import Race

pytestmark = pytest.mark.django_db


@pytest.fixture
def access():
    return begin_as_guest()


def guest(access):
    return actor_for_guest(access.standing.pk, purpose="test")


def account(user=None):
    return actor_for_user(user or UserFactory(), purpose="test")


def events():
    return list(AuditEvent.objects.order_by("id").values_list("event", "role"))


def test_begin_makes_a_prospective_case_of_a_person_without_account(access):
    standing = Standing.objects.get(pk=access.standing.pk)
    assert (standing.case.status, standing.kind, set(standing.scopes)) == (
        CaseStatus.PROSPECTIVE,
        StandingKind.OWN,
        ALL_SCOPES,
    )
    assert (standing.person.user, standing.person.is_applicant, standing.user) == (None, True, None)
    assert events() == [("case.prepared", "guest"), ("standing.granted", "guest")]


def test_code_itself_is_stored_nowhere(access):
    assert normalise_code(access.code) == access.code
    assert access.code not in repr(access)
    with connection.cursor() as cursor:
        for table in ("cases_standing", "cases_person", "cases_case", "audit_auditevent", "audit_actorkey"):
            cursor.execute(f"SELECT count(*) FROM {table} t WHERE t::text ILIKE %s", [f"%{access.code}%"])  # noqa: S608 -- named above
            assert cursor.fetchone() == (0,)


def test_code_opens_what_was_begun(access):
    assert resume_as_guest(code=access.code) == access.standing
    assert events()[-1] == ("guest.resumed", "guest")


def test_unknown_code_opens_nothing(access):
    with pytest.raises(CodeNotValid):
        resume_as_guest(code=access.code[::-1])


def test_code_that_is_over_opens_nothing(access):
    Standing.objects.update(valid_from=timezone.now() - datetime.timedelta(days=2), valid_to=timezone.now())
    with pytest.raises(CodeNotValid):
        resume_as_guest(code=access.code)
    assert guest(access) is None


def test_refused_code_is_noted_without_saying_which():
    refuse_code()
    assert events() == [("guest.code_refused", "system")]


def test_new_code_ends_the_old_one_and_whoever_came_in_by_it(access):
    renewed = renew_code(actor=guest(access))
    assert resume_as_guest(code=renewed.code).case == access.standing.case
    assert guest(access) is None
    with pytest.raises(CodeNotValid):
        resume_as_guest(code=access.code)


def test_one_more_code_ends_nothing_and_opens_the_same(access):
    added = add_code(actor=guest(access))
    assert guest(access) is not None
    assert {resume_as_guest(code=code).case for code in (access.code, added.code)} == {access.standing.case}
    assert added.standing != access.standing


def test_new_code_ends_every_code_there_is(access):
    added = add_code(actor=guest(access))
    renew_code(actor=guest(access))
    assert guest(added) is None
    with pytest.raises(CodeNotValid):
        resume_as_guest(code=added.code)


def test_one_more_code_holds_as_long_as_the_first(access):
    admit_case(actor=guest(access), case=access.standing.case, jobcenter=None, at=timezone.now())
    access.standing.refresh_from_db()
    assert add_code(actor=guest(access)).standing.valid_to == access.standing.valid_to is not None


def test_new_code_holds_as_long_as_the_old_one_did(access):
    admit_case(actor=guest(access), case=access.standing.case, jobcenter=None, at=timezone.now())
    access.standing.refresh_from_db()
    assert renew_code(actor=guest(access)).standing.valid_to == access.standing.valid_to is not None


def test_renewing_twice_at_the_same_time_from_two_devices_works_once(access):
    actor = guest(access)
    renew_code(actor=actor)
    with pytest.raises(NotPermitted):
        renew_code(actor=actor)


def test_nobody_but_a_guest_renews(access):
    own, helper = StandingFactory(), StandingFactory(helper=True)
    staff = staff_actor(StaffMembershipFactory())
    for actor in (account(own.user), helper_actor(helper), staff):
        with pytest.raises(NotPermitted):
            renew_code(actor=actor)


def test_join_makes_the_case_the_accounts_own(access):
    user = UserFactory()
    case = join_account(actor=account(user), code=access.code)
    actor = account(user)
    assert case == access.standing.case
    assert actor.scopes[case.pk] == ALL_SCOPES
    assert Person.objects.get(case=case).user == user
    assert guest(access) is None
    assert events()[-2:] == [("guest.joined", "claimant"), ("standing.granted", "claimant")]


def test_join_keeps_what_the_account_had_before(access):
    own = StandingFactory()
    join_account(actor=account(own.user), code=access.code)
    assert account(own.user).case_ids == {own.case_id, access.standing.case_id}


def test_joining_again_with_the_same_account_is_the_same_as_once(access):
    user = UserFactory()
    join_account(actor=account(user), code=access.code)
    join_account(actor=account(user), code=access.code)
    assert Standing.objects.filter(user=user).count() == 1


def test_code_that_was_joined_gives_another_account_nothing(access):
    join_account(actor=account(), code=access.code)
    with pytest.raises(CodeNotValid):
        join_account(actor=account(), code=access.code)


def test_code_that_was_renewed_joins_nothing(access):
    renew_code(actor=guest(access))
    with pytest.raises(CodeNotValid):
        join_account(actor=account(), code=access.code)


def test_code_that_is_over_joins_nothing(access):
    Standing.objects.update(valid_from=timezone.now() - datetime.timedelta(days=2), valid_to=timezone.now())
    with pytest.raises(CodeNotValid):
        join_account(actor=account(), code=access.code)


def test_account_of_somebody_else_in_the_case_is_refused_and_the_code_still_holds(access):
    member = Person.objects.create(case=access.standing.case, user=UserFactory())
    with pytest.raises(AccountInThisCase):
        join_account(actor=account(member.user), code=access.code)
    assert guest(access) is not None


def test_account_that_helps_in_the_case_is_refused(access):
    helper = StandingFactory(helper=True, person=access.standing.person)
    with pytest.raises(AccountInThisCase):
        join_account(actor=account(helper.user), code=access.code)


def test_who_acts_for_somebody_and_staff_do_not_join(access):
    for actor in (helper_actor(StandingFactory(helper=True)), staff_actor(StaffMembershipFactory()), guest(access)):
        with pytest.raises(NotPermitted):
            join_account(actor=actor, code=access.code)


def test_code_of_a_person_who_got_an_account_otherwise_is_over(access):
    Person.objects.filter(pk=access.standing.person_id).update(user=UserFactory())
    assert guest(access) is None
    with pytest.raises(CodeNotValid):
        resume_as_guest(code=access.code)


def test_contact_address_is_kept_encrypted_until_there_is_an_account(access):
    keep_contact_address(
        actor=guest(access), case=access.standing.case, person=access.standing.person, email="oma@example.org"
    )
    assert Person.objects.get().contact_email == "oma@example.org"
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM cases_person t WHERE t::text ILIKE '%oma%'")
        assert cursor.fetchone() == (0,)
    join_account(actor=account(), code=access.code)
    assert Person.objects.get().contact_email is None


def test_contact_address_can_be_taken_back(access):
    keep_contact_address(
        actor=guest(access), case=access.standing.case, person=access.standing.person, email="oma@example.org"
    )
    keep_contact_address(actor=guest(access), case=access.standing.case, person=access.standing.person, email="")
    assert Person.objects.get().contact_email is None


def test_contact_address_of_a_person_with_an_account_is_the_accounts():
    own = StandingFactory()
    keep_contact_address(actor=account(own.user), case=own.case, person=own.person, email="oma@example.org")
    assert Person.objects.get().contact_email is None


def test_nobody_else_writes_a_contact_address(access):
    with pytest.raises(NotPermitted):
        keep_contact_address(
            actor=account(), case=access.standing.case, person=access.standing.person, email="oma@example.org"
        )


def test_join_from_within_the_visit_needs_no_code(access):
    user = UserFactory()
    assert join_account_of_guest(actor=account(user), standing_id=access.standing.pk) == access.standing.case
    assert account(user).case_ids == {access.standing.case_id}


def test_join_from_within_a_visit_by_no_code_is_refused():
    own = StandingFactory()
    with pytest.raises(CodeNotValid):
        join_account_of_guest(actor=account(), standing_id=own.pk)


@pytest.mark.django_db(transaction=True)
def test_two_accounts_that_join_at_the_same_moment_get_the_case_once():
    access = begin_as_guest()
    actors = [account(), account()]

    def join(index):
        def work(meet):
            meet()
            join_account(actor=actors[index], code=access.code)

        return work

    errors = Race(join(0), join(1)).run()

    assert sorted(type(error).__name__ for error in errors) == ["CodeNotValid", "NoneType"]
    assert Standing.objects.filter(user__isnull=False).count() == 1
    assert Standing.objects.get(user__isnull=False).user_id == Person.objects.get().user_id


@pytest.mark.django_db(transaction=True)
def test_code_renewed_while_it_is_joined_is_one_or_the_other():
    access = begin_as_guest()
    joining, actor = account(), guest(access)

    def join(meet):
        meet()
        join_account(actor=joining, code=access.code)

    def renew(meet):
        meet()
        renew_code(actor=actor)

    errors = Race(join, renew).run()

    assert [error is None for error in errors].count(True) == 1
    assert Standing.objects.valid_at(timezone.now()).filter(case=Case.objects.get()).count() == 1


@pytest.mark.django_db(transaction=True)
def test_code_renewed_while_sending_holds_for_a_year_either_way():
    access = begin_as_guest()
    actor = guest(access)

    def send(meet):
        meet()
        admit_case(actor=actor, case=access.standing.case, jobcenter=None, at=timezone.now())

    def renew(meet):
        meet()
        renew_code(actor=actor)

    assert Race(send, renew).run() == [None, None]
    assert Standing.objects.get(revoked_at__isnull=True).valid_to is not None
