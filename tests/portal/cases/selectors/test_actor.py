import datetime

import pytest
from django.utils import timezone

from portal.cases.enums import ALL_SCOPES, Role, Scope
from portal.cases.models import ActingFor, Standing
from portal.cases.selectors import (
    actor_acting_for,
    actor_for_guest,
    actor_for_staff,
    actor_for_user,
    guest_actor,
    guest_standing_of,
    holders_in_words,
    name_of_holder,
)
from tests.factories.accounts import OrganisationMembershipFactory, StaffMembershipFactory, UserFactory
from tests.factories.cases import StandingFactory, helper_actor

pytestmark = pytest.mark.django_db

PAST = datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)


def test_claimant_has_the_scopes_of_the_own_standing_in_one_query(django_assert_num_queries):
    standing = StandingFactory()
    with django_assert_num_queries(1):
        actor = actor_for_user(standing.user, purpose="own_case")
    assert (actor.user_id, actor.role, actor.purpose) == (standing.user_id, Role.CLAIMANT, "own_case")
    assert actor.scopes == {standing.case_id: ALL_SCOPES}


def test_standing_to_help_does_not_count_in_the_own_affairs():
    own = StandingFactory()
    StandingFactory(helper=True, user=own.user)
    actor = actor_for_user(own.user, purpose="own_case")
    assert (actor.role, actor.acting_for) == (Role.CLAIMANT, None)
    assert actor.scopes == {own.case_id: ALL_SCOPES}


def test_member_of_a_household_acts_as_member():
    standing = StandingFactory(kind="member", scopes=["own_part"])
    actor = actor_for_user(standing.user, purpose="own_case")
    assert (actor.role, actor.scopes) == (Role.MEMBER, {standing.case_id: frozenset({Scope.OWN_PART})})


def test_helper_has_the_one_case_of_the_person_in_one_query(django_assert_num_queries):
    helped = StandingFactory(helper=True)
    StandingFactory(helper=True, user=helped.user)
    StandingFactory(person__user=helped.user)
    with django_assert_num_queries(1):
        actor = actor_acting_for(helped.user, helped.case_id, purpose="help")
    assert actor.scopes == {helped.case_id: frozenset({Scope.FILL_IN, Scope.UPLOAD})}
    assert (actor.role, actor.purpose, actor.user_id) == (Role.HELPER, "help", helped.user_id)
    assert actor.acting_for == ActingFor(
        case_id=helped.case_id, person_id=helped.person_id, standing_id=helped.pk, name="Miriam Sander"
    )


def test_person_without_a_name_is_called_as_the_helper_calls_them():
    helped = StandingFactory(helper=True, known_as="Papa", person__name="")
    assert actor_acting_for(helped.user, helped.case_id, purpose="help").acting_for.name == "Papa"


@pytest.mark.parametrize(
    ("kinds", "role"),
    [
        (["helper"], Role.HELPER),
        (["adviser"], Role.ADVISER),
        (["helper", "representative"], Role.REPRESENTATIVE),
        (["representative", "guardian"], Role.GUARDIAN),
    ],
)
def test_weightiest_standing_names_the_role(kinds, role):
    first, *others = kinds
    standing = StandingFactory(helper=True, kind=first)
    for kind in others:
        StandingFactory(helper=True, kind=kind, person=standing.person, user=standing.user)
    assert actor_acting_for(standing.user, standing.case_id, purpose="help").role is role


def test_several_standings_on_one_case_add_up():
    first = StandingFactory(helper=True, scopes=["upload"])
    StandingFactory(helper=True, person=first.person, user=first.user, scopes=["read_postbox"])
    actor = actor_acting_for(first.user, first.case_id, purpose="help")
    assert actor.scopes == {first.case_id: frozenset({Scope.UPLOAD, Scope.READ_POSTBOX})}


def test_member_of_an_organisation_acts_by_its_standing():
    membership = OrganisationMembershipFactory()
    held = StandingFactory(adviser=True, organisation=membership.organisation)
    actor = actor_acting_for(membership.user, held.case_id, purpose="help")
    assert (actor.role, actor.acting_for.standing_id) == (Role.ADVISER, held.pk)


@pytest.mark.parametrize("trait", ["ended", "closed", "unchecked"])
def test_who_works_there_no_more_acts_for_nobody(trait):
    membership = OrganisationMembershipFactory(**{trait: True})
    held = StandingFactory(adviser=True, organisation=membership.organisation)
    assert actor_acting_for(membership.user, held.case_id, purpose="help") is None


@pytest.mark.parametrize(
    "fields",
    [
        {"revoked_at": PAST},
        {"valid_to": PAST},
        {"valid_from": datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC)},
        {"kind": "own"},
        {"kind": "member"},
        {"user__is_active": False},
    ],
)
def test_standing_that_does_not_hold_lets_nobody_act(fields):
    standing = StandingFactory(**{"helper": True, **fields})
    assert actor_acting_for(standing.user, standing.case_id, purpose="help") is None


def test_nobody_acts_on_a_case_of_somebody_else():
    standing = StandingFactory(helper=True)
    assert actor_acting_for(standing.user, StandingFactory().case_id, purpose="help") is None


def test_guest_has_the_case_of_the_key_in_one_query(django_assert_num_queries):
    standing = StandingFactory(guest=True)
    with django_assert_num_queries(1):
        actor = actor_for_guest(standing.pk, purpose="guest")
    assert (actor.role, actor.user_id, actor.key) == (Role.GUEST, None, str(standing.pk))
    assert actor.scopes == {standing.case_id: ALL_SCOPES}


@pytest.mark.parametrize("fields", [{"revoked_at": PAST}, {"valid_to": PAST}])
def test_guest_key_that_ended_opens_nothing(fields):
    assert actor_for_guest(StandingFactory(guest=True, **fields).pk, purpose="guest") is None


def test_standing_of_an_account_is_no_guest():
    assert actor_for_guest(StandingFactory().pk, purpose="guest") is None


@pytest.mark.parametrize(
    "fields",
    [
        {"revoked_at": PAST},
        {"valid_to": PAST},
        {"valid_from": datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC)},
        {"kind": "staff"},
    ],
)
def test_standing_that_does_not_hold_gives_nothing(fields):
    standing = StandingFactory(**fields)
    assert actor_for_user(standing.user, purpose="own_case").case_ids == frozenset()


def test_blocked_account_gets_nothing():
    standing = StandingFactory()
    standing.user.is_active = False
    assert actor_for_user(standing.user, purpose="own_case").case_ids == frozenset()


def test_staff_are_ordinary_people_on_citizen_pages():
    membership = StaffMembershipFactory(administrator=True)
    actor = actor_for_user(membership.user, purpose="own_case")
    assert (actor.role, actor.jobcenter_id, actor.case_ids) == (Role.CLAIMANT, None, frozenset())


@pytest.mark.parametrize(
    ("trait", "role"),
    [({}, Role.CASEWORKER), ({"team_lead": True}, Role.TEAM_LEAD), ({"administrator": True}, Role.ADMINISTRATOR)],
)
def test_staff_act_by_their_membership_in_one_query(trait, role, django_assert_num_queries):
    membership = StaffMembershipFactory(with_team=True, **trait)
    with django_assert_num_queries(1):
        actor = actor_for_staff(membership.user, purpose="triage")
    assert (actor.role, actor.user_id, actor.purpose) == (role, membership.user_id, "triage")
    assert (actor.jobcenter_id, actor.team_id, actor.membership_id) == (
        membership.jobcenter_id,
        membership.team_id,
        membership.pk,
    )


def test_own_standing_of_staff_does_not_mix_with_their_work():
    membership = StaffMembershipFactory()
    StandingFactory(person__user=membership.user)
    assert actor_for_staff(membership.user, purpose="triage").case_ids == frozenset()


def test_who_does_not_work_here_is_no_staff():
    assert actor_for_staff(UserFactory(), purpose="triage") is None
    assert actor_for_staff(StaffMembershipFactory(ended=True).user, purpose="triage") is None


def test_standing_of_a_guest_is_found_while_it_holds():
    standing = StandingFactory(guest=True)
    actor = guest_actor(standing, purpose="test")
    assert guest_standing_of(actor) == standing
    assert actor == actor_for_guest(standing.pk, purpose="test")
    Standing.objects.update(revoked_at=timezone.now())
    assert guest_standing_of(actor) is None


def test_nobody_else_has_a_standing_of_a_guest():
    assert guest_standing_of(actor_for_user(StandingFactory().user, purpose="test")) is None


def test_guest_of_a_person_who_has_an_account_by_now_is_nobody():
    standing = StandingFactory(guest=True)
    standing.person.user = UserFactory()
    standing.person.save()
    assert actor_for_guest(standing.pk, purpose="test") is None


def test_holder_is_called_as_the_person_does_or_by_what_it_is():
    assert name_of_holder(StandingFactory(helper=True, holder_name="Julia")) == "Julia"
    adviser = StandingFactory(adviser=True)
    assert name_of_holder(adviser) == adviser.organisation.name
    assert name_of_holder(StandingFactory(helper=True)) == "Hilfe durch eine andere Person"


def test_who_acted_is_said_with_what_they_are(django_assert_num_queries):
    helping = StandingFactory(helper=True, holder_name="Julia", revoked_at=PAST)
    adviser = StandingFactory(adviser=True)
    nameless = StandingFactory(helper=True)
    with django_assert_num_queries(1):
        words = holders_in_words([helping.pk, adviser.pk, nameless.pk, None])
    assert words == {
        helping.pk: "Julia (helfende Person)",
        adviser.pk: f"{adviser.organisation.name} (Beratungsstelle oder Maßnahmeträger)",
        nameless.pk: "helfende Person",
    }


def test_nobody_who_acted_costs_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert holders_in_words([None]) == {}


def test_own_standing_is_nobody_who_acts_for_another():
    assert holders_in_words([StandingFactory().pk]) == {}


def test_helper_sees_the_name_of_today_after_a_change_of_name():
    helping = StandingFactory(helper=True, known_as="Mama")
    assert helper_actor(helping).acting_for.name == "Miriam Sander"
    helping.person.name = "Miriam Öztürk"
    helping.person.save()
    assert helper_actor(helping).acting_for.name == "Miriam Öztürk"


def test_person_whose_name_nobody_knows_is_called_as_the_helper_does():
    helping = StandingFactory(helper=True, person__name="", known_as="Mama")
    assert helper_actor(helping).acting_for.name == "Mama"


def test_one_of_two_guardians_who_leaves_does_not_end_the_other():
    first = StandingFactory(helper=True, kind="guardian", scopes=["fill_in"])
    second = StandingFactory(helper=True, kind="guardian", person=first.person, scopes=["fill_in", "send"])
    first.revoked_at = PAST
    first.save()
    assert actor_acting_for(first.user, first.case_id, purpose="test") is None
    assert helper_actor(second).role is Role.GUARDIAN
