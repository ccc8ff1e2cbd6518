"""Ask somebody to work for the own organisation."""

from django.db import transaction
from msgspec.structs import replace

from portal.accounts.models import Organisation
from portal.cases.enums import InvitationSide, StandingKind
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.cases.permissions import may_invite_colleague
from portal.cases.services.invitation import Ask, Sent, store_question


@transaction.atomic
def invite_colleague(*, actor: Actor, organisation: Organisation, ask: Ask) -> Sent:
    """Ask somebody to work for the organisation; only who signs in with ``ask.bound_email`` can say yes.

    ``ask.invitee_name`` is the name under which clients and the office will know them. Raises NotPermitted, also
    without an address, and TooManyInvitations.
    """
    if not may_invite_colleague(actor, organisation) or not ask.bound_email:
        raise NotPermitted
    about = replace(ask, scopes=(), ends_at=None, kind=StandingKind.ADVISER, organisation=organisation)
    return store_question(actor, about, side=InvitationSide.COLLEAGUE)
