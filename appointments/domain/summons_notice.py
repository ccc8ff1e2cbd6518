"""Telling the person that a summons is there, with proof of dispatch; without a way that proves it, it goes by post."""

import datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from appointments.events import SUMMONS_BY_POST, SUMMONS_NOTIFIED
from appointments.models import Summons
from mailbox.domain.decision_file import check_retrievable
from mailbox.domain.letter_notice import accounts_addressed, tell_next
from portal.audit.services import record
from portal.cases.models import system_actor
from portal.notices.models import Dispatch
from portal.outbox.models import OutboxMessage
from portal.outbox.services import publish

NOTIFIER: Final = system_actor("appointments.summons_notice")
FACTS: Final = ("summons.sent", "summons.notice_due", "decision_notice.settled")
QUIET: Final = datetime.timedelta(minutes=10)  # so long nothing was tried: try again


def send_next_notice(summons_id: UUID) -> None:
    """Tell the next addressee; with the last of them the dispatch is proven. Idempotent; passes over other subjects.

    Raises NotRetrievable as long as the letter cannot be opened: no notice for what is not there.
    """
    found = Summons.objects.select_related("appointment__person", "document__stored", "message")
    summons = found.filter(pk=summons_id, replaced_by__isnull=True).first()  # what is replaced sends nobody anywhere
    if summons is None or summons.message is None or summons.notified_at or summons.by_post:
        return
    check_retrievable(summons.document)
    case_id = summons.appointment.case_id
    receivers = accounts_addressed(summons.message.addressed_to, summons.appointment.person)
    told = tell_next(receivers, case_id=case_id, subject_id=summons.pk)
    if told.by_post:
        put_to_post(summons, told.by_post)
    elif told.is_more:
        publish("summons.notice_due", summons.pk)
    elif told.last is not None:
        _prove(summons, told.last)


def put_to_post(summons: Summons, reason: str) -> None:
    """Let a letter whose notice could not be sent go by post. Staff see it in their list."""
    with transaction.atomic():
        waiting = Summons.objects.filter(pk=summons.pk, notified_at__isnull=True, by_post="")
        if waiting.update(by_post=reason):
            record(NOTIFIER, SUMMONS_BY_POST, subject=summons, case_id=summons.appointment.case_id)


def resume_notices() -> int:
    """Try again what the outbox has given up, for ever; returns how many. A mail server may be away for long."""
    resumed = 0
    untold = Summons.objects.filter(notified_at__isnull=True, by_post="", replaced_by__isnull=True)
    waiting = untold.filter(sent_at__lt=timezone.now() - QUIET)
    for summons_id in waiting.values_list("pk", flat=True):
        under_way = OutboxMessage.objects.filter(
            subject_id=summons_id, fact__in=FACTS, done_at__isnull=True, dead_at__isnull=True
        )
        if not under_way.exists():
            with transaction.atomic():
                publish("summons.notice_due", summons_id)
            resumed += 1
    return resumed


def _prove(summons: Summons, last: Dispatch) -> None:
    """Write once when the mail server took the last notice that was needed."""
    with transaction.atomic():
        begun = Summons.objects.filter(pk=summons.pk, notified_at__isnull=True, by_post="")
        if begun.update(notified_at=last.sent_at, notice_id=last.pk):
            record(NOTIFIER, SUMMONS_NOTIFIED, subject=summons, case_id=summons.appointment.case_id)
