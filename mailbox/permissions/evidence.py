"""Who may ask for evidence, judge it and answer. Predicates on an actor and a case; none needs SQL of its own."""

from mailbox.models import EvidenceItem, EvidenceRequest
from portal.cases.enums import Scope
from portal.cases.models import Actor, Case
from portal.cases.permissions import has_own_post, may_work_on


def may_ask(actor: Actor, case: Case) -> bool:
    """Ask for papers, judge them, and answer wishes: staff who work on the case, as somebody with a name."""
    return actor.membership_id is not None and may_work_on(actor, case)


def may_draft(actor: Actor, case: Case) -> bool:
    """Prepare a request: also the portal, from what a check has found. Nobody but staff sees it."""
    return actor.is_system or may_ask(actor, case)


def may_judge_item(actor: Actor, case: Case, item: EvidenceItem) -> bool:
    """Say whether what came can be used: of what is specially protected only who may open it (§ 67a SGB X)."""
    return may_ask(actor, case) and (actor.opens_restricted or not item.is_restricted)


def may_answer(actor: Actor, request: EvidenceRequest) -> bool:
    """Answer a request: whoever reads the postbox and may send for the case; with own post who was asked."""
    case_id = request.case_id
    may_send = actor.may(Scope.READ_POSTBOX, case_id) and actor.may(Scope.SEND, case_id)
    return may_send or has_own_post(actor, request.person)


def may_prepare(actor: Actor, request: EvidenceRequest) -> bool:
    """Upload what somebody else sends then, or oneself."""
    case_id = request.case_id
    uploads = actor.may(Scope.READ_POSTBOX, case_id) and actor.may(Scope.UPLOAD, case_id)
    return uploads or has_own_post(actor, request.person)
