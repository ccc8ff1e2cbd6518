import datetime

import pytest
from django.utils import timezone

from portal.audit.models import AuditEvent
from portal.cases.enums import ALL_SCOPES, Obstacle, Scope, StandingKind
from portal.cases.errors import InvitationNotAnswerable, InvitationUnknown, NotPermitted
from portal.cases.models import Invitation, Standing
from portal.cases.selectors import actor_acting_for
from portal.cases.services import answer_invitation, find_by_code, find_by_token, is_code_of, take_over
from tests.factories.accounts import OrganisationFactory, OrganisationMembershipFactory, UserFactory
from tests.factories.cases import StandingFactory
from tests.factories.invitations import WORK, begun, handed_over, offered, requested, user_actor
from tests.portal.races import Race

pytestmark = pytest.mark.django_db


def say(sent, user, *, accept=True):
    return answer_invitation(actor=user_actor(user), invitation_id=sent.invitation.pk, accept=accept)


def take(handover, user, left=WORK):
    return take_over(
        actor=user_actor(user), invitation_id=handover.invitation.pk, code=handover.code, left_to_helper=left
    )


def test_yes_to_an_offer_makes_the_helper_of_who_says_it():
    sent, julia = offered(), UserFactory()
    standing = say(sent, julia).standing
    asked = sent.invitation
    assert (standing.user, standing.case, standing.person) == (julia, asked.case, asked.person)
    assert (standing.kind, set(standing.scopes), standing.valid_to) == ("helper", WORK, asked.grant_ends_at)
    assert (standing.holder_name, standing.known_as) == ("Julia", "Miriam")
    assert actor_acting_for(julia, asked.case_id, purpose="test").scopes == {asked.case_id: WORK}


def test_yes_to_a_request_makes_the_helper_of_who_asked():
    julia, own = UserFactory(), StandingFactory()
    invitation = say(requested(julia), own.user)
    standing = invitation.standing
    assert (standing.user, standing.case, standing.person) == (julia, own.case, own.person)
    assert (standing.holder_name, standing.known_as, standing.granted_by_user) == ("Julia", "Miriam", own.user)


def test_yes_to_a_request_begins_a_case_for_who_has_none():
    person = UserFactory()
    standing = say(requested(), person).standing
    assert (standing.case.status, standing.person.user) == ("prospective", person)


def test_organisation_that_was_let_in_holds_the_standing_itself():
    organisation = OrganisationFactory()
    adviser = OrganisationMembershipFactory(organisation=organisation).user
    sent = requested(adviser, organisation=organisation, kind=StandingKind.ADVISER)
    standing = say(sent, UserFactory()).standing
    assert (standing.organisation, standing.user, standing.kind) == (organisation, None, "adviser")


def test_no_leaves_nothing_but_the_answer():
    sent = offered()
    invitation = say(sent, UserFactory(), accept=False)
    assert (invitation.status, invitation.standing) == ("declined", None)
    assert not Standing.objects.of_others().exists()
    assert AuditEvent.objects.filter(event="invitation.declined").count() == 1


def test_second_answer_is_refused():
    sent = offered()
    say(sent, UserFactory())
    for accept in (True, False):
        with pytest.raises(InvitationNotAnswerable) as refused:
            say(sent, UserFactory(), accept=accept)
        assert refused.value.obstacle == Obstacle.USED
    assert Standing.objects.of_others().count() == 1


def test_bound_invitation_stays_open_for_the_right_person():
    sent = offered(bound_email="julia@example.org")
    with pytest.raises(InvitationNotAnswerable) as refused:
        say(sent, UserFactory())
    assert refused.value.obstacle == Obstacle.OTHER_ADDRESS
    assert say(sent, UserFactory(email="julia@example.org")).status == "accepted"


@pytest.mark.django_db(transaction=True)
def test_of_two_at_the_same_moment_one_becomes_the_helper():
    sent, users = offered(), [UserFactory(), UserFactory()]

    def opening(user):
        def work(meet):
            meet()
            say(sent, user)

        return work

    errors = Race(*map(opening, users)).run()
    assert sorted(type(error).__name__ for error in errors) == ["InvitationNotAnswerable", "NoneType"]
    assert Standing.objects.of_others().count() == 1


def test_nobody_answers_while_acting_for_somebody():
    helping = StandingFactory(helper=True)
    with pytest.raises(NotPermitted):
        answer_invitation(
            actor=actor_acting_for(helping.user, helping.case_id, purpose="test"),
            invitation_id=offered().invitation.pk,
            accept=True,
        )


def test_invitation_is_found_by_its_link_and_by_its_code():
    sent = offered()
    assert find_by_token(sent.token) == find_by_code(sent.code.lower()) == sent.invitation


@pytest.mark.parametrize("typed", ["", "x", "2222-2222"])
def test_unknown_link_or_code_finds_nothing(typed):
    offered()
    for find in (find_by_token, find_by_code):
        with pytest.raises(InvitationUnknown):
            find(typed)


def test_handover_needs_its_link_as_well():
    handover = handed_over()
    assert find_by_token(handover.token) == handover.invitation
    with pytest.raises(InvitationUnknown):
        find_by_code(handover.code)
    assert is_code_of(handover.invitation, handover.code)
    assert not is_code_of(handover.invitation, offered().code)


def test_begun_case_becomes_the_own_case_of_who_takes_it():
    handover, father = handed_over(), UserFactory()
    own = take(handover, father)
    assert (own.kind, own.user, own.case, set(own.scopes)) == ("own", father, handover.standing.case, set(ALL_SCOPES))
    assert own.person.user == father
    assert user_actor(father).scopes == {own.case_id: ALL_SCOPES}
    assert Invitation.objects.get().standing == own


def test_helper_keeps_what_the_person_allows():
    handover, father = handed_over(), UserFactory()
    take(handover, father, left={Scope.UPLOAD})
    helping = Standing.objects.of_others().get(revoked_at__isnull=True)
    assert (helping.user, helping.scopes, helping.granted_by_user) == (handover.standing.user, ["upload"], father)
    assert (helping.holder_name, helping.known_as) == ("Julia", "Papa")


def test_helper_who_may_go_on_keeps_the_standing_with_the_word_of_the_person():
    handover, father = handed_over(), UserFactory()
    take(handover, father, left=WORK)
    helping = Standing.objects.of_others().get()
    assert (helping.pk, helping.revoked_at, helping.granted_by_user) == (handover.standing.pk, None, father)


def test_helper_is_out_when_the_person_says_so():
    handover = handed_over()
    take(handover, UserFactory(), left=())
    assert actor_acting_for(handover.standing.user, handover.standing.case_id, purpose="test") is None


def test_wrong_code_takes_nothing():
    handover = handed_over()
    with pytest.raises(InvitationUnknown):
        take_over(
            actor=user_actor(UserFactory()),
            invitation_id=handover.invitation.pk,
            code="2222-2222",
            left_to_helper=WORK,
        )
    handover.standing.person.refresh_from_db()
    assert handover.standing.person.user is None


def test_handover_is_taken_once_and_not_answered_like_a_question():
    handover = handed_over()
    with pytest.raises(NotPermitted):
        say(handover, UserFactory())
    take(handover, UserFactory())
    with pytest.raises(InvitationNotAnswerable) as refused:
        take(handover, UserFactory())
    assert refused.value.obstacle == Obstacle.USED


def test_question_is_not_taken_like_a_handover():
    sent = offered()
    with pytest.raises(NotPermitted):
        take_over(
            actor=user_actor(UserFactory()), invitation_id=sent.invitation.pk, code=sent.code, left_to_helper=WORK
        )


def test_handover_outlives_the_helper_who_has_left():
    standing = begun()
    handover = handed_over(standing)
    standing.revoked_at = timezone.now()
    standing.save()
    assert take(handover, UserFactory(), left=WORK).kind == "own"
    assert not Standing.objects.of_others().valid_at(timezone.now() + datetime.timedelta(seconds=1)).exists()


def test_who_has_a_case_already_has_two_afterwards():
    own = StandingFactory()
    taken = take(handed_over(), own.user)
    assert user_actor(own.user).case_ids == {own.case_id, taken.case_id}
