"""Who may hand something in."""

from uuid import UUID

from portal.cases.enums import Scope
from portal.cases.models import Actor


def may_hand_in(actor: Actor, case_id: UUID) -> bool:
    """Whoever has the scope for the case, and the portal itself (imports, demo data)."""
    return actor.is_system or actor.may(Scope.SEND, case_id)
