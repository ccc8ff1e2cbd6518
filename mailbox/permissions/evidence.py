"""Who may ask for evidence, judge it and answer. Predicates on an actor and a case; none needs SQL."""

from uuid import UUID

from mailbox.models import EvidenceItem
from portal.cases.enums import Scope
from portal.cases.models import Actor, Case
from portal.cases.permissions import may_work_on


def may_ask(actor: Actor, case: Case) -> bool:
    """Ask for papers, judge them, and answer wishes: staff who work on the case, as somebody with a name."""
    return actor.membership_id is not None and may_work_on(actor, case)


def may_draft(actor: Actor, case: Case) -> bool:
    """Prepare a request: also the portal, from what a check has found. Nobody but staff sees it."""
    return actor.is_system or may_ask(actor, case)


def may_judge_item(actor: Actor, case: Case, item: EvidenceItem) -> bool:
    """Say whether what came can be used: of what is specially protected only who may open it (§ 67a SGB X)."""
    return may_ask(actor, case) and (actor.opens_restricted or not item.is_restricted)


def may_answer(actor: Actor, case_id: UUID) -> bool:
    """Answer a request: whoever reads the postbox and may send for the case."""
    return actor.may(Scope.READ_POSTBOX, case_id) and actor.may(Scope.SEND, case_id)


def may_prepare(actor: Actor, case_id: UUID) -> bool:
    """Upload what somebody else sends then."""
    return actor.may(Scope.READ_POSTBOX, case_id) and actor.may(Scope.UPLOAD, case_id)
