"""Ask somebody to act for another person, from either side, and take the question back."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from portal.accounts.models import Organisation, User
from portal.audit.services import record
from portal.cases.domain.invitation import MOST_WAITING, VALID_FOR, Party, answer, locked_invitation
from portal.cases.domain.invitation_code import code_index, email_index, group_code, new_code, new_token, token_index
from portal.cases.enums import ALL_SCOPES, InvitationSide, InvitationStatus, Scope, StandingKind
from portal.cases.errors import GrantNotPossible, InvitationNotAnswerable, NotPermitted, TooManyInvitations
from portal.cases.events import INVITATION_SENT, INVITATION_WITHDRAWN
from portal.cases.models import Actor, Case, Invitation, Person, Standing
from portal.cases.permissions import may_hand_over, may_invite, may_offer_help, may_withdraw
from portal.discreet import Discreet


class Ask(Discreet, frozen=True, kw_only=True):
    """What somebody is asked for. ``inviter_name``: how the other side knows who asks; ``invitee_name``: who is meant.

    ``ends_at`` None: until it is ended. ``bound_email``: only an account with this confirmed address may say yes.
    """

    scopes: Collection[Scope]
    ends_at: datetime | None
    inviter_name: str
    invitee_name: str
    bound_email: str = ""
    kind: StandingKind = StandingKind.HELPER
    organisation: Organisation | None = None


class Sent(Discreet, frozen=True, kw_only=True):
    """A new invitation, with the two secrets that nobody can read again later. ``code`` is grouped for people."""

    invitation: Invitation
    token: str
    code: str


@transaction.atomic
def invite_helper(*, actor: Actor, case: Case, person: Person, ask: Ask) -> Sent:
    """The person (or its guardian) invites somebody to act on ``case`` for ``person`` (OFFER).

    Nobody can let others do what they may not do themselves. Raises NotPermitted, GrantNotPossible (nothing allowed, an
    end in the past, a person of another case) and TooManyInvitations.
    """
    if not may_invite(actor, case, ask.scopes):
        raise NotPermitted(case.pk)
    return store_question(actor, ask, side=InvitationSide.OFFER, case=case, person=person)


@transaction.atomic
def offer_help(*, actor: Actor, ask: Ask) -> Sent:
    """Somebody asks a person to be allowed to act for them (REQUEST); whose case it is follows from the answer.

    For ``ask.organisation`` only by who works there today. Raises as `invite_helper`.
    """
    if not may_offer_help(actor, ask.organisation):
        raise NotPermitted
    return store_question(actor, ask, side=InvitationSide.REQUEST)


@transaction.atomic
def hand_over_draft(*, actor: Actor, standing: Standing) -> Sent:
    """A helper who has begun a case for somebody without an account hands it to them (HANDOVER).

    Link and code are both needed to take it. An earlier handover of the case that still waits is withdrawn. Raises
    NotPermitted when it is not the helper's, or the person has an account already, and TooManyInvitations.
    """
    current = Standing.objects.select_related("case", "person").select_for_update(of=("self",)).get(pk=standing.pk)
    person = current.person
    if person is None or not may_hand_over(actor, current):
        raise NotPermitted(standing.pk)
    now = timezone.now()
    for earlier in Invitation.objects.waiting(now).filter(side=InvitationSide.HANDOVER, case=current.case):
        _withdraw(actor, locked_invitation(earlier.pk), now)
    ask = Ask(
        scopes=ALL_SCOPES,
        ends_at=None,
        inviter_name=current.holder_name or "",
        invitee_name=current.known_as or "",
        kind=StandingKind.OWN,
    )
    return store_question(actor, ask, side=InvitationSide.HANDOVER, case=current.case, person=person)


@transaction.atomic
def withdraw_invitation(*, actor: Actor, invitation: Invitation) -> None:
    """Take the question back; doing it twice is the same as once.

    Raises NotPermitted, and InvitationNotAnswerable when it was answered already.
    """
    current = locked_invitation(invitation.pk)
    if not may_withdraw(actor, current):
        raise NotPermitted(invitation.pk)
    if current.status == InvitationStatus.WITHDRAWN:
        return
    if current.status != InvitationStatus.OPEN:
        raise InvitationNotAnswerable(current.status)
    _withdraw(actor, current, timezone.now())


def _withdraw(actor: Actor, invitation: Invitation, now: datetime) -> None:
    answer(invitation, to=InvitationStatus.WITHDRAWN, party=Party.ASKING, user_id=actor.user_id, at=now)
    record(actor, INVITATION_WITHDRAWN, subject=invitation, case_id=invitation.case_id)


def store_question(actor: Actor, ask: Ask, *, valid_for: timedelta = VALID_FOR, **about: Any) -> Sent:
    """Store the question, for use cases that have asked who may. Raises as `invite_helper`.

    The asker's row is locked, so that two at the same moment are counted, too.
    """
    now = timezone.now()
    person: Person | None = about.get("person")
    case: Case | None = about.get("case")
    if (
        (not ask.scopes and about["side"] != InvitationSide.COLLEAGUE)
        or (ask.ends_at and ask.ends_at <= now)
        or (person and case and person.case_id != case.pk)
    ):
        raise GrantNotPossible
    if actor.user_id is None:
        raise NotPermitted
    user = User.objects.select_for_update(no_key=True).get(pk=actor.user_id)
    if _waiting_of(user, now).count() >= MOST_WAITING:
        raise TooManyInvitations
    token, code = new_token(), new_code()
    invitation = Invitation.objects.create(
        kind=ask.kind,
        scopes=sorted(ask.scopes),
        organisation=ask.organisation,
        created_by_user=user,
        inviter_name=ask.inviter_name,
        invitee_name=ask.invitee_name,
        bound_email_hash=email_index(ask.bound_email),
        token_hash=token_index(token),
        code_hash=code_index(code),
        created_at=now,
        expires_at=now + valid_for,
        grant_ends_at=ask.ends_at,
        **about,
    )
    record(actor, INVITATION_SENT, subject=invitation, case_id=invitation.case_id)
    return Sent(invitation=invitation, token=token, code=group_code(code))


def _waiting_of(user: User, now: datetime) -> QuerySet[Invitation]:
    """What nobody can open by a code alone does not count: papers wait for weeks."""
    return Invitation.objects.waiting(now).filter(created_by_user=user).exclude(side=InvitationSide.PAPER)
