"""Staff have looked at the paper on which somebody's right to act rests: it fits, or it does not."""

import datetime
from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from portal.audit.services import record
from portal.cases.enums import Scope
from portal.cases.errors import GrantNotPossible, NotPermitted
from portal.cases.events import STANDING_CHECKED, STANDING_REFUSED
from portal.cases.models import Actor, Standing
from portal.cases.permissions import may_work_on
from portal.outbox.services import publish

CHECKED = "standing.checked"


@transaction.atomic
def settle_proof(
    *,
    actor: Actor,
    standing: Standing,
    accepted: bool,
    scopes: Collection[Scope],
    proof: str = "",
    document_id: UUID | None = None,
    ends_at: datetime.datetime | None = None,
) -> Standing:
    """Note what staff say of a proof; returns the standing as stored. A later check replaces an earlier one.

    ``scopes``: what the standing allows from now on. ``proof``: what was seen, in words; ``document_id``: the paper
    among the documents of the case; ``ends_at``: a new end, None leaves the old one. A refusal changes nothing but the
    scopes. Publishes ``standing.checked`` for a yes. Raises NotPermitted, and GrantNotPossible for what was ended and
    for an end in the past.
    """
    current = Standing.objects.select_for_update(of=("self",)).select_related("case").get(pk=standing.pk)
    now = timezone.now()
    if actor.membership_id is None or not may_work_on(actor, current.case):
        raise NotPermitted(standing.pk)
    ends = ends_at or current.valid_to
    if current.revoked_at is not None or (accepted and ends is not None and ends <= now):
        raise GrantNotPossible
    current.scopes = sorted(scopes)
    if accepted:
        current.proof, current.proof_document_id = proof, document_id
        current.proof_checked_at, current.proof_checked_by_id = now, actor.membership_id
        if ends != current.valid_to:
            current.valid_to, current.reminded_at = ends, None
    current.save()
    record(actor, STANDING_CHECKED if accepted else STANDING_REFUSED, subject=current, case_id=current.case_id)
    if accepted:
        publish(CHECKED, current.pk)
    return current
