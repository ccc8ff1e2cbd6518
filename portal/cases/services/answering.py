"""Say yes or no to an invitation. Yes makes the standing; no ends it without a word about why."""

import secrets
from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.accounts.models import User
from portal.accounts.services import admit_member
from portal.audit.services import record
from portal.cases.domain.invitation import Party, answer, ended, locked_invitation, obstacle_for
from portal.cases.domain.invitation_code import code_candidates, normalise_code, token_candidates
from portal.cases.enums import ALL_SCOPES, InvitationSide, InvitationStatus, Obstacle, Scope, StandingKind
from portal.cases.errors import InvitationNotAnswerable, InvitationUnknown, NotPermitted
from portal.cases.events import CASE_TAKEN_OVER, INVITATION_ACCEPTED, INVITATION_DECLINED, STANDING_GRANTED
from portal.cases.models import Actor, Invitation, Person, Standing
from portal.cases.services.case import open_prospective_case
from portal.cases.services.standing import Grant, end_for_other, store_standing
from portal.outbox.services import publish

DECLINED = "invitation.declined"
TAKEN_OVER = "case.taken_over"


def obstacle_to_answer(invitation: Invitation, user: User | None) -> Obstacle | None:
    """Return why ``user`` cannot answer now, or without one why nobody can; None when nothing is in the way."""
    now = timezone.now()
    return ended(invitation, now) if user is None else obstacle_for(invitation, user, now)


@transaction.atomic
def answer_invitation(*, actor: Actor, invitation_id: UUID, accept: bool) -> Invitation:
    """Say yes or no to an OFFER, a REQUEST or a COLLEAGUE; returns the invitation, the first two with their standing.

    The row is locked first: of two people at the same moment the second meets ``Obstacle.USED``. A REQUEST makes a
    prospective case when the person has none. Publishes ``standing.granted`` or ``invitation.declined``. Raises
    InvitationNotAnswerable, and NotPermitted for a HANDOVER (`take_over`), a PAPER and for who has no account.
    """
    invitation, user = _checked(actor, invitation_id)
    if invitation.side in {InvitationSide.HANDOVER, InvitationSide.PAPER}:
        raise NotPermitted(invitation.pk)
    now = timezone.now()
    if not accept:
        answer(invitation, to=InvitationStatus.DECLINED, party=Party.ASKED, user_id=user.pk, at=now)
        record(actor, INVITATION_DECLINED, subject=invitation, case_id=invitation.case_id)
        publish(DECLINED, invitation.pk)
        return invitation
    if invitation.side == InvitationSide.COLLEAGUE:
        return _hired(actor, invitation, user)
    if invitation.side == InvitationSide.REQUEST:
        invitation.case, invitation.person = open_prospective_case(user=user)
        invitation.save(update_fields=["case", "person"])
    standing = _granted(actor, invitation, user)
    answer(invitation, to=InvitationStatus.ACCEPTED, party=Party.ASKED, user_id=user.pk, at=now, standing=standing)
    record(actor, INVITATION_ACCEPTED, subject=invitation, case_id=invitation.case_id)
    return invitation


def _hired(actor: Actor, invitation: Invitation, user: User) -> Invitation:
    if invitation.organisation is None:
        raise NotPermitted(invitation.pk)
    admit_member(user=user, organisation=invitation.organisation, display_name=invitation.invitee_name)
    now = timezone.now()
    answer(invitation, to=InvitationStatus.ACCEPTED, party=Party.ASKED, user_id=user.pk, at=now)
    record(actor, INVITATION_ACCEPTED, subject=invitation)
    return invitation


def _granted(actor: Actor, invitation: Invitation, user: User) -> Standing:
    """The names change sides with who asked: each is kept as the one side calls the other."""
    offered = invitation.side == InvitationSide.OFFER
    helper = user if offered else invitation.created_by_user
    if invitation.case is None:
        raise NotPermitted(invitation.pk)
    grant = Grant(
        kind=StandingKind(invitation.kind),
        holder=invitation.organisation or helper,
        scopes=[Scope(scope) for scope in invitation.scopes],
        ends_at=invitation.grant_ends_at,
        holder_name="" if invitation.organisation else _name_of_helper(invitation),
        known_as=invitation.inviter_name if offered else invitation.invitee_name,
    )
    return store_standing(actor=actor, case=invitation.case, person=invitation.person, grant=grant)


def _name_of_helper(invitation: Invitation) -> str:
    """An organisation goes by its own name: its members come and go."""
    return invitation.invitee_name if invitation.side == InvitationSide.OFFER else invitation.inviter_name


def find_by_token(token: str) -> Invitation:
    """Return the invitation of this link, whatever became of it. Raises InvitationUnknown."""
    found = Invitation.objects.filter(token_hash__in=token_candidates(token)).select_related("organisation").first()
    if found is None:
        raise InvitationUnknown
    return found


def find_by_code(typed: str) -> Invitation:
    """Return the invitation of this code alone, whatever became of it. Raises InvitationUnknown.

    A HANDOVER is not found: it needs its link as well.
    """
    code = normalise_code(typed)
    known = Invitation.objects.exclude(side=InvitationSide.HANDOVER).select_related("organisation")
    found = known.filter(code_hash__in=code_candidates(code)).first() if code else None
    if found is None:
        raise InvitationUnknown
    return found


def is_code_of(invitation: Invitation, typed: str) -> bool:
    """Whether this is the code of the invitation, in any spelling."""
    code = normalise_code(typed)
    return bool(code) and any(
        secrets.compare_digest(candidate, invitation.code_hash) for candidate in code_candidates(code)
    )


@transaction.atomic
def take_over(*, actor: Actor, invitation_id: UUID, code: str, left_to_helper: Collection[Scope]) -> Standing:
    """Take a case that a helper has begun for oneself; returns the own standing on it.

    ``left_to_helper``: what the helper may go on doing; nothing ends their standing. Publishes ``case.taken_over``.
    Raises InvitationNotAnswerable, InvitationUnknown for a wrong code, NotPermitted for another kind of invitation.
    """
    invitation, user = _checked(actor, invitation_id)
    person = invitation.person
    if invitation.side != InvitationSide.HANDOVER or invitation.case is None or person is None:
        raise NotPermitted(invitation.pk)
    if not is_code_of(invitation, code):
        raise InvitationUnknown
    own = _owned(actor, invitation, person, user)
    now = timezone.now()
    answer(invitation, to=InvitationStatus.ACCEPTED, party=Party.ASKED, user_id=user.pk, at=now, standing=own)
    record(actor, CASE_TAKEN_OVER, subject=own, case_id=own.case_id)
    publish(TAKEN_OVER, own.pk)
    _leave_to_helper(actor, invitation, left_to_helper)
    return own


def _owned(actor: Actor, invitation: Invitation, person: Person, user: User) -> Standing:
    locked = Person.objects.select_related("case").select_for_update(of=("self",)).get(pk=person.pk)
    if locked.user_id is not None:
        raise InvitationNotAnswerable(Obstacle.USED)
    locked.user = user
    locked.save(update_fields=["user"])
    own = Standing.objects.create(
        case=locked.case,
        person=locked,
        user=user,
        kind=StandingKind.OWN,
        scopes=sorted(ALL_SCOPES),
        granted_by_user_id=invitation.created_by_user_id,
    )
    record(actor, STANDING_GRANTED, subject=own, case_id=own.case_id)
    return own


def _leave_to_helper(actor: Actor, invitation: Invitation, scopes: Collection[Scope]) -> None:
    """What the helper had rested on nobody's word; from now on it is what the person allows."""
    held = Standing.objects.valid_at(timezone.now()).of_others()
    for standing in held.filter(case=invitation.case, user_id=invitation.created_by_user_id):
        if set(scopes) == set(standing.scopes):
            standing.granted_by_user_id = actor.user_id
            standing.save(update_fields=["granted_by_user"])
            record(actor, STANDING_GRANTED, subject=standing, case_id=standing.case_id)
            continue
        end_for_other(actor=actor, standing=standing)
        if scopes:
            grant = Grant(
                kind=StandingKind.HELPER,
                holder=invitation.created_by_user,
                scopes=scopes,
                ends_at=standing.valid_to,
                holder_name=standing.holder_name or "",
                known_as=standing.known_as or "",
            )
            store_standing(actor=actor, case=standing.case, person=standing.person, grant=grant)


def _checked(actor: Actor, invitation_id: UUID) -> tuple[Invitation, User]:
    if actor.user_id is None or not actor.is_citizen or actor.acting_for is not None:
        raise NotPermitted(invitation_id)
    user = User.objects.get(pk=actor.user_id)
    invitation = locked_invitation(invitation_id)
    obstacle = obstacle_to_answer(invitation, user)
    if obstacle is not None:
        raise InvitationNotAnswerable(obstacle)
    return invitation, user
