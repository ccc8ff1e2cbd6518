"""The addressee opens a decision."""

from django.db import transaction
from django.utils import timezone

from mailbox.events import DECISION_OPENED
from mailbox.models import Decision
from mailbox.permissions import is_addressee, may_read_decision_file
from portal.audit.services import record
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor
from portal.documents.errors import NotAllowed
from portal.documents.services import Content, content_for, open_document


def open_decision(*, actor: Actor, decision: Decision) -> Content:
    """Return the file exactly as the office has placed it; the look is in the audit trail, whoever opens it.

    The first time the addressee's side does, the moment is kept. The decision comes from
    ``decisions_visible_to(actor)``. Raises NotPermitted; ContentUnavailable before anything was noted as opened.
    """
    if not may_read_decision_file(actor, decision):
        raise NotPermitted(decision.case_id)
    try:
        stored = content_for(actor, decision.document)
        with transaction.atomic():
            pieces = open_document(actor=actor, document=decision.document)
            if decision.opened_at is None and is_addressee(actor, decision):
                _note_opened(actor, decision)
    except NotAllowed:
        raise NotPermitted(decision.case_id) from None
    return Content(pieces, stored.size, stored.media_type)


def _note_opened(actor: Actor, decision: Decision) -> None:
    first = Decision.objects.filter(pk=decision.pk, opened_at__isnull=True)
    if first.update(opened_at=timezone.now()):
        record(actor, DECISION_OPENED, subject=decision, case_id=decision.case_id)
