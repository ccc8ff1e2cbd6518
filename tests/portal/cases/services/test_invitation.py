import datetime

import pytest
from django.db import connection
from django.utils import timezone

from portal.audit.models import AuditEvent
from portal.cases.domain.invitation import MOST_WAITING
from portal.cases.enums import Scope
from portal.cases.errors import GrantNotPossible, InvitationNotAnswerable, NotPermitted, TooManyInvitations
from portal.cases.models import Invitation
from portal.cases.services import answer_invitation, hand_over_draft, invite_helper, offer_help, withdraw_invitation
from tests.factories.accounts import OrganisationFactory, UserFactory
from tests.factories.cases import PersonFactory, StandingFactory, helper_actor
from tests.factories.invitations import begun, handed_over, make_ask, offered, requested, user_actor

pytestmark = pytest.mark.django_db


def test_invitation_says_what_the_standing_will_be():
    own = StandingFactory()
    sent = offered(own, scopes={Scope.UPLOAD}, bound_email="julia@example.org")
    stored = Invitation.objects.get(pk=sent.invitation.pk)
    assert (stored.side, stored.kind, stored.scopes) == ("offer", "helper", ["upload"])
    assert (stored.case, stored.person, stored.created_by_user) == (own.case, own.person, own.user)
    assert (stored.inviter_name, stored.invitee_name) == ("Miriam", "Julia")
    assert stored.expires_at - stored.created_at == datetime.timedelta(days=7)


def test_neither_link_nor_code_nor_address_is_stored():
    sent = offered(bound_email="julia@example.org")
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(row)::text FROM cases_invitation row")
        (stored,) = cursor.fetchone()
    assert not any(secret in stored for secret in (sent.token, sent.code, sent.code.replace("-", ""), "example.org"))


def test_names_are_stored_encrypted():
    offered()
    with connection.cursor() as cursor:
        cursor.execute("SELECT inviter_name, invitee_name FROM cases_invitation")
        assert not any(b"Julia" in bytes(value) or b"Miriam" in bytes(value) for value in cursor.fetchone())


def test_invitation_is_recorded_without_names():
    sent = offered()
    event = AuditEvent.objects.get(event="invitation.sent")
    assert (event.subject_id, event.case_id) == (str(sent.invitation.pk), sent.invitation.case_id)


@pytest.mark.parametrize(
    "changes",
    [{"scopes": ()}, {"ends_at": datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)}],
    ids=["nothing", "past"],
)
def test_what_cannot_be_granted_is_not_asked(changes):
    with pytest.raises(GrantNotPossible):
        offered(**changes)


def test_person_of_another_case_is_refused():
    own = StandingFactory()
    with pytest.raises(GrantNotPossible):
        invite_helper(actor=user_actor(own.user), case=own.case, person=PersonFactory(), ask=make_ask())


def test_nobody_invites_to_a_foreign_case():
    helping = StandingFactory(helper=True)
    for actor in (helper_actor(helping), user_actor(helping.user)):
        with pytest.raises(NotPermitted):
            invite_helper(actor=actor, case=helping.case, person=helping.person, ask=make_ask())


def test_request_knows_no_case_yet():
    assert (requested().invitation.case, requested().invitation.person) == (None, None)


def test_stranger_offers_nothing_for_an_organisation():
    with pytest.raises(NotPermitted):
        offer_help(actor=user_actor(UserFactory()), ask=make_ask(organisation=OrganisationFactory()))


def test_twenty_invitations_may_wait():
    helper = UserFactory()
    first = requested(helper).invitation
    for _number in range(MOST_WAITING - 1):
        requested(helper)
    with pytest.raises(TooManyInvitations):
        requested(helper)
    withdraw_invitation(actor=user_actor(helper), invitation=first)
    requested(helper)


def test_handing_over_again_withdraws_the_earlier_link():
    standing = begun()
    first, second = handed_over(standing), handed_over(standing)
    first.invitation.refresh_from_db()
    assert (first.invitation.status, second.invitation.status) == ("withdrawn", "open")
    assert (second.invitation.inviter_name, second.invitation.invitee_name) == ("Julia", "Papa")


def test_only_the_helper_hands_over():
    standing = begun()
    with pytest.raises(NotPermitted):
        hand_over_draft(actor=user_actor(UserFactory()), standing=standing)


def test_invitation_is_withdrawn_once():
    sent = offered()
    actor = user_actor(sent.invitation.created_by_user)
    withdraw_invitation(actor=actor, invitation=sent.invitation)
    withdraw_invitation(actor=actor, invitation=sent.invitation)
    stored = Invitation.objects.get(pk=sent.invitation.pk)
    assert (stored.status, stored.answered_by_user) == ("withdrawn", sent.invitation.created_by_user)
    assert AuditEvent.objects.filter(event="invitation.withdrawn").count() == 1


def test_answered_invitation_is_not_withdrawn():
    sent = offered()
    answer_invitation(actor=user_actor(UserFactory()), invitation_id=sent.invitation.pk, accept=False)
    with pytest.raises(InvitationNotAnswerable):
        withdraw_invitation(actor=user_actor(sent.invitation.created_by_user), invitation=sent.invitation)


def test_foreign_invitation_is_not_withdrawn():
    with pytest.raises(NotPermitted):
        withdraw_invitation(actor=user_actor(UserFactory()), invitation=offered().invitation)
    assert Invitation.objects.waiting(timezone.now()).count() == 1
