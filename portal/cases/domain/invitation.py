"""The one table of an invitation's statuses, the only place that writes them, and who may not answer it."""

import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from allauth.account.models import EmailAddress
from django.db.models import Q
from django.utils import timezone

from portal.accounts.models import OrganisationMembership, User
from portal.accounts.selectors import coordinates, works_for
from portal.cases.domain.invitation_code import is_email_of
from portal.cases.enums import InvitationSide, InvitationStatus, Obstacle, StandingKind
from portal.cases.errors import TransitionNotAllowed
from portal.cases.models import Invitation, Standing

VALID_FOR: Final = datetime.timedelta(days=7)
MOST_WAITING: Final = 20  # invitations of one account; enough for an advice centre's busy day, too few for a flood


class Party(StrEnum):
    """The two sides of an invitation."""

    ASKING = "asking"
    ASKED = "asked"


TRANSITIONS: Final = {
    (InvitationStatus.OPEN, InvitationStatus.ACCEPTED): Party.ASKED,
    (InvitationStatus.OPEN, InvitationStatus.DECLINED): Party.ASKED,
    (InvitationStatus.OPEN, InvitationStatus.WITHDRAWN): Party.ASKING,
}


def locked_invitation(invitation_id: UUID) -> Invitation:
    """Return the invitation as it is now, its row locked until the end of the transaction."""
    found = Invitation.objects.select_for_update(of=("self",)).select_related(
        "case", "person", "created_by_user", "organisation"
    )
    return found.get(pk=invitation_id)


def answer(
    invitation: Invitation,
    *,
    to: InvitationStatus,
    party: Party,
    user_id: UUID | None,
    at: datetime.datetime,
    standing: Standing | None = None,
) -> None:
    """End a locked invitation with yes, no or a withdrawal; the row itself is its history: who, when, what came of it.

    Raises TransitionNotAllowed for what the table does not know.
    """
    if TRANSITIONS.get((InvitationStatus(invitation.status), to)) is not party:
        raise TransitionNotAllowed(f"{invitation.status} to {to} by {party}")
    invitation.status = to
    invitation.answered_at = at
    invitation.answered_by_user_id = user_id
    invitation.standing = standing
    invitation.save(update_fields=["status", "answered_at", "answered_by_user", "standing"])


def obstacle_for(invitation: Invitation, user: User, now: datetime.datetime) -> Obstacle | None:
    """Return why ``user`` cannot answer at ``now``; None when nothing stands in the way.

    The invitation stays open for the right person. At most four short queries.
    """
    over = ended(invitation, now)
    if over is not None:
        return over
    if invitation.created_by_user_id == user.pk or _is_own_case(invitation, user, now):
        return Obstacle.OWN
    if not _is_addressed(invitation, user, now):
        return Obstacle.OTHER_ADDRESS
    if invitation.side == InvitationSide.COLLEAGUE:
        return None
    return Obstacle.ALREADY_HELPING if _helps_already(invitation, user, now) else None


def ended(invitation: Invitation, now: datetime.datetime) -> Obstacle | None:
    """Return why nobody at all can answer at ``now``; None while somebody can."""
    if invitation.status == InvitationStatus.WITHDRAWN:
        return Obstacle.WITHDRAWN
    if invitation.status != InvitationStatus.OPEN:
        return Obstacle.USED
    if invitation.expires_at <= now:
        return Obstacle.EXPIRED
    return None if _still_asks(invitation, now) else Obstacle.WITHDRAWN


def _still_asks(invitation: Invitation, now: datetime.datetime) -> bool:
    """Whoever invites must still be there, and to a case still be allowed to let others act on it."""
    if not invitation.created_by_user.is_active:
        return False
    if invitation.side == InvitationSide.COLLEAGUE and invitation.organisation_id is not None:
        return coordinates(invitation.created_by_user_id, invitation.organisation_id)
    if invitation.organisation_id is not None and invitation.side == InvitationSide.REQUEST:
        return works_for(invitation.created_by_user_id, invitation.organisation_id)
    if invitation.side != InvitationSide.OFFER:
        return True
    return (
        Standing.objects.valid_at(now)
        .filter(
            case=invitation.case,
            user_id=invitation.created_by_user_id,
            kind__in=[StandingKind.OWN, StandingKind.GUARDIAN],
        )
        .exists()
    )


def _is_own_case(invitation: Invitation, user: User, now: datetime.datetime) -> bool:
    own = Standing.objects.own().valid_at(now)
    return invitation.case is not None and own.filter(case=invitation.case, user=user).exists()


def _is_addressed(invitation: Invitation, user: User, now: datetime.datetime) -> bool:
    """A bound invitation is for one confirmed address, one to an organisation for those who work there today."""
    if invitation.side == InvitationSide.OFFER and invitation.organisation_id is not None:
        works_there = OrganisationMembership.objects.current(timezone.localdate(now)).filter(
            user=user, organisation_id=invitation.organisation_id
        )
        if not works_there.exists():
            return False
    if not invitation.bound_email_hash:
        return True
    addresses = EmailAddress.objects.filter(user=user, verified=True).values_list("email", flat=True)
    return any(is_email_of(address, invitation.bound_email_hash) for address in addresses)


def _helps_already(invitation: Invitation, user: User, now: datetime.datetime) -> bool:
    """Whether whoever would help holds such a standing already."""
    held = Standing.objects.valid_at(now).of_others().filter(kind=invitation.kind)
    if invitation.side == InvitationSide.REQUEST:
        own_cases = Standing.objects.own().valid_at(now).filter(user=user).values("case_id")
        held = held.filter(case_id__in=own_cases)
        holder = Q(user_id=invitation.created_by_user_id, organisation=None)
    else:
        held = held.filter(case=invitation.case)
        holder = Q(user=user, organisation=None)
    if invitation.organisation_id is not None:
        holder = Q(organisation_id=invitation.organisation_id)
    return held.filter(holder).exists()
