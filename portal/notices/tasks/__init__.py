"""Background work of notices. The outbox calls and repeats it."""

from uuid import UUID

from django.utils import timezone

from portal.notices.domain import decision, waiting
from portal.notices.enums import Template
from portal.notices.models import Dispatch


def send_waiting(subject_id: UUID) -> None:
    """Handle ``notice.waiting``: send the dispatch, with all that waits beside it, if its time has come. Idempotent.

    One that was deleted with its case meanwhile is no more.
    """
    template = Dispatch.objects.filter(pk=subject_id).values_list("template", flat=True).first()
    if template == Template.NEW_DECISION:
        decision.try_again(subject_id)
    elif template is not None:
        waiting.send_waiting(subject_id, now=timezone.now())
