"""Who may place, release and retrieve decisions. Which of the two hands may do what: `domain.decision_lifecycle`."""

from mailbox.enums import DecisionStatus
from mailbox.models import Decision
from portal.cases.enums import ACTING_ROLES
from portal.cases.models import Actor, Case, Standing
from portal.cases.permissions import may_work_on


def may_place_decisions(actor: Actor, case: Case) -> bool:
    """Place letters of the office on a case, and all that follows: staff who work on it; the office's case system."""
    return actor.is_system or (actor.membership_id is not None and may_work_on(actor, case))


def may_read_decision_file(actor: Actor, decision: Decision) -> bool:
    """Open the file on the person's side; the decision comes from ``decisions_visible_to(actor)``."""
    return actor.is_citizen and decision.status == DecisionStatus.RELEASED


def is_addressee(actor: Actor, decision: Decision) -> bool:
    """Whether the letter is this actor's to receive (§ 13 (3) SGB X): the person, else the representatives it names.

    Who has no account is spoken for by the applicant (§ 38 SGB II). Who only helps is a messenger: what they open, the
    addressee has not opened. At most one SQL.
    """
    if not actor.is_citizen or decision.message is None:
        return False
    named = decision.message.addressed_to
    if not named:
        account = decision.person.user_id
        return actor.role not in ACTING_ROLES and account in {None, actor.user_id}
    if actor.acting_for is None or actor.user_id is None:
        return False
    return Standing.objects.filter(pk__in=named, user_id=actor.user_id).exists()
