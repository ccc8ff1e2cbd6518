"""Who looks after a case: whom the person is told to turn to."""

from uuid import UUID

from django.db import transaction

from portal.audit.services import record
from portal.cases.domain.lifecycle import locked
from portal.cases.errors import NotPermitted
from portal.cases.events import RESPONSIBLE_CHANGED
from portal.cases.models import Actor, Case
from portal.cases.permissions import may_work_on


@transaction.atomic
def set_responsible(*, actor: Actor, case: Case, membership_id: UUID | None) -> None:
    """Name the member of staff who looks after the case, or nobody (then it is the team).

    Whether they are a colleague of the house, the caller has checked. Saying it again changes nothing. Raises
    NotPermitted.
    """
    if not may_work_on(actor, case):
        raise NotPermitted(case.pk)
    current = locked(case)
    if current.responsible_id == membership_id:
        return
    current.responsible_id = membership_id
    current.save(update_fields=["responsible"])
    record(actor, RESPONSIBLE_CHANGED, subject=current, case_id=current.pk)
