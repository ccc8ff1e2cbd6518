"""What happens to cases and rights when somebody leaves."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from portal.audit.services import record
from portal.cases.domain.lifecycle import locked
from portal.cases.enums import ACTING_AS, CaseStatus
from portal.cases.errors import NotPermitted
from portal.cases.events import CASE_ERASED, CASE_FORGOTTEN, STANDING_ENDED_WITH_ACCOUNT
from portal.cases.models import Actor, Case, Standing
from portal.cases.permissions import may_fill_in
from portal.cases.selectors import rights_resting_on
from portal.cases.services.standing import ENDED
from portal.outbox.services import publish


@transaction.atomic
def forget_case(*, actor: Actor, case: Case) -> bool:
    """Delete a case in which nothing was ever handed in, with its persons, rights and drafts; returns whether it was.

    A case that was opened meanwhile stays as it is. Its documents have to be gone before. Raises NotPermitted.
    """
    current = locked(case)
    if current.status != CaseStatus.PROSPECTIVE:
        return False
    if not actor.is_system and not may_fill_in(actor, current):
        raise NotPermitted(case.pk)
    record(actor, CASE_FORGOTTEN, subject=current, case_id=current.pk)
    current.delete()
    return True


@transaction.atomic
def erase_case(*, actor: Actor, case: Case) -> None:
    """Delete an ended case with its persons, rights and history; audit events stay and name it by its id only.

    Everything that was handed in has to be gone before. Raises NotPermitted for everybody but the system, and for a
    case that has been opened again.
    """
    current = locked(case)
    if not actor.is_system or current.status != CaseStatus.CLOSED:
        raise NotPermitted(case.pk)
    record(actor, CASE_ERASED, subject=current, case_id=current.pk)
    current.delete()


@transaction.atomic
def end_rights(*, actor: Actor, at: datetime) -> int:
    """End every right of the actor's account, and the rights of others that rest on it; returns how many.

    The rows stay as proof of who could act until when. Publishes ``standing.ended`` where two sides have to hear of it.
    """
    resting = rights_resting_on(actor).values("pk")
    held = Standing.objects.filter(revoked_at__isnull=True).filter(Q(user_id=actor.user_id) | Q(pk__in=resting))
    ended = list(held.select_for_update(of=("self",)).order_by("pk"))
    for standing in ended:
        standing.revoked_at = at
        standing.save(update_fields=["revoked_at"])
        record(actor, STANDING_ENDED_WITH_ACCOUNT, subject=standing, case_id=standing.case_id)
        if standing.kind in ACTING_AS:
            publish(ENDED, standing.pk)
    return len(ended)
