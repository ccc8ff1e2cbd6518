"""What goes with a case: in which nothing was ever handed in, or whose time to be kept is over."""

from django.db import transaction

from mailbox.models import Decision, EvidenceRequest, Note, Thread
from portal.cases.enums import CaseStatus, Scope
from portal.cases.errors import NotPermitted
from portal.cases.models import Actor, Case


@transaction.atomic
def discard_threads(*, actor: Actor, case: Case) -> int:
    """Delete the news in the postbox of a case that was never opened; returns how many threads, 0 for other cases.

    Call it before the case is forgotten. Raises NotPermitted.
    """
    if not actor.is_system and not actor.may(Scope.READ_POSTBOX, case.pk):
        raise NotPermitted(case.pk)
    threads = Thread.objects.filter(case=case, case__status=CaseStatus.PROSPECTIVE, submission__isnull=True)
    number = threads.count()
    threads.delete()
    return number


@transaction.atomic
def erase_threads(*, actor: Actor, case: Case) -> int:
    """Delete the whole postbox of an ended case; returns how many threads. Raises NotPermitted but for the system."""
    if not actor.is_system:
        raise NotPermitted(case.pk)
    EvidenceRequest.objects.filter(case=case).delete()
    Decision.objects.filter(case=case).delete()  # their files go with the documents
    threads = Thread.objects.filter(case=case)
    number = threads.count()
    threads.delete()
    Note.objects.filter(case=case).delete()
    return number
