"""Who may write in the postbox."""

from portal.cases.enums import CaseStatus
from portal.cases.models import Actor, Case
from portal.cases.permissions import may_send, may_work_on


def may_write(actor: Actor, case: Case) -> bool:
    """Write in the postbox of a case: staff who work on it; on the citizens' side who may hand something in.

    Not before the first thing was handed in: nobody at any jobcenter would see it. A closed case takes messages.
    """
    if case.status == CaseStatus.PROSPECTIVE:
        return False
    return may_work_on(actor, case) or (actor.is_citizen and may_send(actor, case))
