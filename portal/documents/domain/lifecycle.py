"""The life of a document: one table of allowed steps and the one function that takes them."""

from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from portal.cases.enums import Role
from portal.cases.models import Actor
from portal.documents.enums import DocumentStatus as Status
from portal.documents.errors import StepNotAllowed
from portal.documents.models import Document, DocumentStep

MACHINE: Final = frozenset({Role.SYSTEM})
# Whoever may upload may remove as long as nothing is sent; `permissions.may_remove` says who that is.
ANYBODY: Final = frozenset(Role)

TRANSITIONS: Final[dict[tuple[Status, Status], frozenset[Role]]] = {
    (Status.RECEIVED, Status.SCANNED): MACHINE,
    (Status.RECEIVED, Status.REFUSED): MACHINE,
    (Status.SCANNED, Status.RELEASED): MACHINE,
    (Status.SCANNED, Status.REFUSED): MACHINE,
    (Status.RELEASED, Status.SCANNED): ANYBODY,  # a joined one whose parts were put into another order
    (Status.REFUSED, Status.SCANNED): ANYBODY,  # a joined one whose parts were replaced
    **{(status, Status.REMOVED): ANYBODY for status in Status if status is not Status.REMOVED},
}


def advance(document: Document, to: Status, *, actor: Actor, **facts: Any) -> None:
    """Move ``document`` to ``to``, set the fields ``facts`` with it and write the history row.

    The only place that writes ``status``. The row is locked and read again first, so that two workers cannot take the
    same step. Raises StepNotAllowed when it stands elsewhere by now, the table lacks the step or the role may not take
    it; Document.DoesNotExist.
    """
    with transaction.atomic():
        locked = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
        is_overtaken = locked.status != document.status  # somebody took a step since ``document`` was read
        if is_overtaken or actor.role not in TRANSITIONS.get((Status(locked.status), to), frozenset()):
            raise StepNotAllowed(locked.status, to)
        for name, value in {"status": to, **facts}.items():
            setattr(locked, name, value)
            setattr(document, name, value)
        locked.save(update_fields=["status", *facts])
        DocumentStep.objects.create(document=locked, status=to, at=timezone.now())
