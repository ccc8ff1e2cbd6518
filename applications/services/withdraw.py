"""Take an application back."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from applications.domain.lifecycle import change_status
from applications.domain.withdrawal import can_be_withdrawn, waits_for, withdrawal_content
from applications.enums import ApplicationStatus, WaitsFor
from applications.errors import NotAllowed, NothingToWithdraw
from applications.events import APPLICATION_WITHDRAWN
from applications.models import Application, Withdrawal
from applications.permissions.application import may_withdraw
from applications.selectors.application import timeline
from portal.audit.services import record
from portal.cases.models import Actor, PersonIndex
from portal.cases.selectors import representing
from portal.law.dates import day_of
from portal.outbox.services import publish
from portal.submissions.enums import SubmissionKind
from portal.submissions.models import Submission
from portal.submissions.services import receive_submission

LONGEST_TITLE = 180


@transaction.atomic
def withdraw_application(*, actor: Actor, application: Application, reason: str = "") -> Submission:
    """Receive the word that the application is taken back and return its own submission with a receipt.

    It counts at once, or waits for somebody (`waits_for`): then the status stays and staff see it on their page. Saying
    it twice hands in once. Raises NotAllowed and NothingToWithdraw.
    """
    if not may_withdraw(actor=actor, application=application):
        raise NotAllowed("withdraw")
    locked = (
        Application.objects.select_for_update(of=("self",))
        .select_related("case__jobcenter", "person", "submission")
        .get(pk=application.pk)
    )
    if not can_be_withdrawn(locked):
        raise NothingToWithdraw
    now = timezone.now()
    waits = whose_word_is_needed(actor, locked, now)
    sent, at_status = locked.submission, timeline(locked)[0]
    submission = receive_submission(
        actor=actor,
        kind=SubmissionKind.WITHDRAWAL,
        title=_("Rücknahme: %(title)s") % {"title": sent.title[:LONGEST_TITLE]},
        case=locked.case,
        person=locked.person,
        content=withdrawal_content(locked, waits, reason=reason),
        data={"withdraws": sent.reference, "reason": reason, "waits_for": waits.value},
        token=f"withdraw:{locked.pk}:{at_status.pk.hex[:8]}",  # once for each status it may be said in
        received_at=now,
    )
    _withdrawal, is_new = Withdrawal.objects.get_or_create(
        submission=submission, defaults={"application": locked, "waits_for": waits, "at": now}
    )
    if not is_new:
        return submission
    record(actor, APPLICATION_WITHDRAWN, subject=locked, case_id=locked.case_id)
    if waits is WaitsFor.NOBODY:
        change_status(application=application, to=ApplicationStatus.WITHDRAWN, actor=actor, at=now)
        publish("application.moved", locked.pk)
    return submission


def whose_word_is_needed(actor: Actor, application: Application, now: datetime.datetime) -> WaitsFor:
    """Whose word is needed beside the actor's, as things stand. Two SQL."""
    index = PersonIndex.objects.filter(person_id=application.person_id).first()
    return waits_for(
        role=actor.role,
        birth_date=index.birth_date if index else None,
        representing=representing(application.person_id, application.case_id, now),
        on=day_of(now),
    )
