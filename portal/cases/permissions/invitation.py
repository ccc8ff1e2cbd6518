"""Who may ask whom to act for another person."""

from collections.abc import Collection

from portal.accounts.models import Organisation
from portal.accounts.selectors import coordinates, works_for
from portal.cases.enums import CaseStatus, InvitationSide, Role, Scope, StandingKind
from portal.cases.models import Actor, Case, Invitation, Standing
from portal.cases.permissions.case import may_grant


def may_invite(actor: Actor, case: Case, scopes: Collection[Scope]) -> bool:
    """Invite somebody to the case: who may grant there, with an account, and nothing beyond the own scopes."""
    allowed = actor.scopes.get(case.pk, frozenset())
    return actor.is_citizen and actor.user_id is not None and may_grant(actor, case) and set(scopes) <= allowed


def may_offer_help(actor: Actor, organisation: Organisation | None) -> bool:
    """Ask to be allowed to help: everybody with an account, outside of spaces; for an organisation who works there."""
    if actor.user_id is None or actor.acting_for is not None or not actor.is_citizen:
        return False
    if organisation is None:
        return True
    return works_for(actor.user_id, organisation.pk)


def may_see_clients(actor: Actor, organisation: Organisation) -> bool:
    """See for whom an organisation acts: who works there today, outside of spaces. One SQL."""
    return actor.user_id is not None and may_offer_help(actor, organisation)


def may_invite_colleague(actor: Actor, organisation: Organisation) -> bool:
    """Ask somebody to work for the organisation: who looks after its members. One SQL."""
    return actor.is_citizen and actor.acting_for is None and coordinates(actor.user_id, organisation.pk)


def may_hand_over(actor: Actor, standing: Standing) -> bool:
    """Hand a begun case to its person: the helper who holds it, as long as nobody has an account there."""
    person = standing.person
    return (
        actor.user_id is not None
        and actor.user_id == standing.user_id
        and standing.kind == StandingKind.HELPER
        and standing.revoked_at is None
        and person is not None
        and person.user_id is None
        and standing.case.status == CaseStatus.PROSPECTIVE
    )


def may_withdraw(actor: Actor, invitation: Invitation) -> bool:
    """Take an invitation back: who sent it, who works for the organisation that asks, and who may grant on its case."""
    if invitation.organisation_id is not None and invitation.side != InvitationSide.OFFER:
        of_work = coordinates if invitation.side == InvitationSide.COLLEAGUE else works_for
        return actor.acting_for is None and of_work(actor.user_id, invitation.organisation_id)
    if actor.user_id is not None and actor.user_id == invitation.created_by_user_id:
        return True
    grants = {Role.CLAIMANT, Role.GUARDIAN}
    return (
        invitation.side == InvitationSide.OFFER
        and invitation.case is not None
        and actor.role in grants
        and may_grant(actor, invitation.case)
    )
