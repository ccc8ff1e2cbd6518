"""Who may hand something in."""

from portal.cases.enums import Scope
from portal.cases.models import Actor, Case, Person
from portal.cases.permissions import has_own_post, may_work_on
from portal.submissions.enums import SubmissionKind


def may_hand_in(actor: Actor, case: Case, person: Person, kind: str = "") -> bool:
    """Whoever has the scope for the case, a member of the household with own post for themselves, the portal itself
    (imports, demo data), and staff who take in what came on paper. What is about an appointment also who may use the
    appointments, and every member for themselves (for whom it is, is the appointments' question).
    """
    if actor.is_system or actor.may(Scope.SEND, case.pk) or may_record(actor, case):
        return True
    if person.case_id == case.pk and has_own_post(actor, person):
        return True
    arranges = actor.may(Scope.APPOINTMENTS, case.pk) or actor.may(Scope.OWN_PART, case.pk)
    return kind == SubmissionKind.APPOINTMENT and arranges


def may_record(actor: Actor, case: Case) -> bool:
    """Take in for the person what came on another way than the portal: staff who work on the case."""
    return actor.membership_id is not None and may_work_on(actor, case)
