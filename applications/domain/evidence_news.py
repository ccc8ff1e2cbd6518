"""What a request for evidence means for the application it is about: the status follows where the table lets it."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from applications.domain.lifecycle import TRANSITIONS, change_status
from applications.enums import ApplicationStatus
from applications.errors import TransitionNotAllowed
from applications.events import APPLICATION_MOVED
from applications.models import Application
from mailbox.models import EvidenceRequest
from mailbox.selectors import is_answered
from portal.audit.services import record
from portal.cases.models import system_actor
from portal.outbox.services import publish

FOLLOWER = system_actor("applications.evidence")


@transaction.atomic
def follow_request(request_id: UUID, to: ApplicationStatus) -> bool:
    """Move the application that a request names; says whether it moved.

    Nothing happens when it names none, is deleted, or the application stands where no such step begins. A step that
    fits no more (papers are missing again, or are all there meanwhile) is left out. Repeating it does no harm.
    """
    request = EvidenceRequest.objects.filter(pk=request_id, submission__isnull=False).first()
    application = Application.objects.filter(submission=request.submission_id).first() if request else None
    if request is None or application is None or is_late(request, to):
        return False
    if FOLLOWER.role not in TRANSITIONS.get((ApplicationStatus(application.status), to), frozenset()):
        return False
    try:
        change_status(application=application, to=to, actor=FOLLOWER, at=timezone.now())
    except TransitionNotAllowed:  # somebody was quicker
        return False
    record(FOLLOWER, APPLICATION_MOVED, subject=application, case_id=application.case_id)
    publish("application.moved", application.pk)
    return True


def is_late(request: EvidenceRequest, to: ApplicationStatus) -> bool:
    """Whether the news is older than what is known now."""
    wants_papers = request.is_open and not is_answered(request)
    return wants_papers != (to is ApplicationStatus.DOCUMENTS_REQUESTED)
