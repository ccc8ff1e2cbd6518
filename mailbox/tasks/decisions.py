"""What happens after a decision was released: its own notice to the addressees, an ordinary one to everybody else."""

from uuid import UUID

from mailbox.domain import decision_notice
from mailbox.enums import Delivery
from mailbox.models import Decision
from portal.cases.domain.addressee import addressees
from portal.cases.selectors import representing
from portal.notices.enums import Template
from portal.notices.services import send_notice, send_notice_to_representative


def notify_of_decision(subject_id: UUID) -> None:
    """Handle ``decision.released``, ``decision.notice_due`` and ``decision_notice.settled``: what is to be done next
    about the notice. Idempotent.
    """
    decision_notice.send_next_notice(subject_id)


def tell_person_of_copy(subject_id: UUID) -> None:
    """Handle ``decision.released``: who is represented gets a copy in the portal, and is told so. Idempotent.

    Not against a court's reservation (§ 1825 BGB). By post ``message.posted`` says it.
    """
    decision = _in_portal(subject_id)
    if decision is None or decision.message is None or not decision.message.addressed_to:
        return
    if addressees(representing(decision.person_id, decision.case_id)).to_person:
        send_notice(person_id=decision.person_id, template=Template.NEW_MESSAGE, subject_id=decision.message.pk)


def tell_unchecked_representatives(subject_id: UUID) -> None:
    """Handle ``decision.released``: who represents by the person's word only is told beside her. Idempotent."""
    decision = _in_portal(subject_id)
    if decision is None or decision.message is None:
        return
    for standing in addressees(representing(decision.person_id, decision.case_id)).also:
        if standing.user_id is not None:
            send_notice_to_representative(
                user_id=standing.user_id, case_id=decision.case_id, subject_id=decision.message.pk
            )


def _in_portal(decision_id: UUID) -> Decision | None:
    found = Decision.objects.select_related("message").filter(pk=decision_id, delivery=Delivery.PORTAL)
    return found.first()
