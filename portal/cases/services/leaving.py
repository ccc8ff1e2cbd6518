"""What happens to cases and rights when somebody leaves."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from portal.audit.services import record
from portal.cases.domain.lifecycle import locked
from portal.cases.enums import CaseStatus
from portal.cases.errors import NotPermitted
from portal.cases.events import CASE_FORGOTTEN, STANDING_ENDED
from portal.cases.models import Actor, Case, Standing
from portal.cases.permissions import may_fill_in
from portal.cases.selectors import helpers_of


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
def end_rights(*, actor: Actor, at: datetime) -> int:
    """End every right of the actor's account, and the helpers' rights that rest on it; returns how many.

    The rows stay as proof of who could act until when. Guardians keep theirs: they do not rest on an account.
    """
    resting = helpers_of(actor).values("pk")
    held = Standing.objects.filter(revoked_at__isnull=True).filter(Q(user_id=actor.user_id) | Q(pk__in=resting))
    ended = list(held.select_for_update(of=("self",)).order_by("pk"))
    for standing in ended:
        standing.revoked_at = at
        standing.save(update_fields=["revoked_at"])
        record(actor, STANDING_ENDED, subject=standing, case_id=standing.case_id)
    return len(ended)
