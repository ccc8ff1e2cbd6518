"""Give up what was filled in and not sent; delete what was sent when its time is over."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from applications.domain.draft_answers import clear_answers
from applications.errors import DraftClosed, NotAllowed
from applications.events import APPLICATION_ERASED, DRAFT_DISCARDED
from applications.models import Application, Draft, Withdrawal
from applications.permissions.draft import may_discard
from portal.audit.services import record
from portal.cases.enums import Scope
from portal.cases.models import Actor, Case


@transaction.atomic
def discard_drafts(*, actor: Actor, case_ids: Collection[UUID]) -> int:
    """Delete the answers of every open draft of these cases for good; returns how many drafts.

    Waits for a sending at the same moment: what is sent first stays. Raises NotAllowed.
    """
    if not actor.is_system and not set(case_ids) <= actor.case_ids_with(Scope.FILL_IN):
        raise NotAllowed
    now = timezone.now()
    drafts = Draft.objects.filter(case_id__in=case_ids, cleared_at__isnull=True).defer("answers").order_by("pk")
    found = list(drafts.select_for_update())
    for draft in found:
        clear_answers(draft=draft, at=now)
        record(actor, DRAFT_DISCARDED, subject=draft, case_id=draft.case_id)
    return len(found)


@transaction.atomic
def discard_draft(*, actor: Actor, draft: Draft) -> None:
    """Delete the answers of one draft for good; its files go as those of drafts that expire do.

    Waits for a sending at the same moment: what is sent first stays. Raises NotAllowed and DraftClosed.
    """
    if not may_discard(actor=actor, draft=draft):
        raise NotAllowed
    found = Draft.objects.filter(pk=draft.pk).defer("answers").select_for_update().get()
    if not found.is_open:
        raise DraftClosed
    clear_answers(draft=found, at=timezone.now())
    record(actor, DRAFT_DISCARDED, subject=found, case_id=found.case_id)


@transaction.atomic
def erase_applications(*, actor: Actor, case: Case) -> int:
    """Delete every draft and application of an ended case, with all work on them; returns how many applications.

    Call it first of all when a case is erased, `erase_case` last: that one undoes everything where the case goes on.
    Raises NotAllowed for everybody but the system.
    """
    if not actor.is_system:
        raise NotAllowed
    Draft.objects.filter(case=case).delete()
    sent = Application.objects.filter(case=case)
    Withdrawal.objects.filter(application__in=sent).delete()
    sent.update(follows=None)
    for application in (found := list(sent.order_by("pk"))):
        record(actor, APPLICATION_ERASED, subject=application, case_id=case.pk)
    sent.delete()
    return len(found)
