"""Who has seen what of a case. Pages and files say it here, each once, before the response goes out."""

from collections.abc import Iterable
from uuid import UUID

from django.db import models, transaction

from portal.audit.services import record, record_for_cases
from portal.cases.enums import OWN_EYES, Shown
from portal.cases.events import LIST_SEARCHED, LIST_SEEN, SEEN
from portal.cases.models import Actor

LEAVE_THE_PORTAL = frozenset({Shown.COPY, Shown.RECEIPT, Shown.DOCUMENTS})


def note_seen(*, actor: Actor, case_id: UUID, shown: Iterable[Shown], subject: models.Model | None = None) -> None:
    """Write that ``actor`` is about to see ``shown`` of the case; one event for each kind, all or none.

    The person's own reading is nobody's business and leaves no event, but for files: they go on without the portal.
    ``subject`` is what was opened. Call it once in a request for each case, where the page or file is made.
    """
    kinds = [kind for kind in shown if actor.role not in OWN_EYES or kind in LEAVE_THE_PORTAL]
    if not kinds:
        return  # without SQL: the pages of the form are opened all the time
    with transaction.atomic():
        for kind in kinds:
            record(actor, SEEN[kind], subject=subject, case_id=case_id)


def note_seen_in_list(*, actor: Actor, case_ids: Iterable[UUID], shown: Shown) -> None:
    """The same for a list that shows more than name and reference of many cases; at most one SQL."""
    if actor.role not in OWN_EYES:
        record_for_cases(actor, SEEN[shown], case_ids=case_ids)


def note_list(*, actor: Actor, searched: bool = False) -> None:
    """Write that a member of staff looked at a list of names and references; never what they searched for."""
    record(actor, LIST_SEARCHED if searched else LIST_SEEN)
