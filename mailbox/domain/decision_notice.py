"""The notice that a decision is there: its own e-mail, after the file can be retrieved; its record begins the clock."""

import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from mailbox.domain.decision_file import check_retrievable
from mailbox.domain.letter_notice import accounts_addressed, tell_next
from mailbox.enums import DecisionStatus, Delivery
from mailbox.events import DECISION_BY_POST, DECISION_NOTIFIED
from mailbox.models import Decision
from mailbox.selectors.decision import unsent_notices
from portal.audit.services import record
from portal.cases.models import system_actor
from portal.notices.models import Dispatch
from portal.outbox.models import OutboxMessage
from portal.outbox.services import publish

NOTIFIER = system_actor("mailbox.decision_notice")
FACTS = ("decision.released", "decision.notice_due", "decision_notice.settled")
QUIET = datetime.timedelta(minutes=10)  # so long nothing was tried: try again


def send_next_notice(decision_id: UUID) -> None:
    """Send the notice to the next addressee who has none yet; with the last of them the clock begins.

    Settled already, or by post: nothing. Somebody who cannot be told any more (consent taken back, discreet mode), a
    mail server that refuses for good, an e-mail that came back before all have theirs: the whole letter goes by post,
    and there is no clock. A mail server that is away is asked again by the notices, which then say how it ended.
    Raises NotRetrievable: the outbox tries again.
    """
    decision = Decision.objects.select_related("document__stored", "message", "person").filter(pk=decision_id).first()
    if decision is None or not _waits(decision):
        return
    check_retrievable(decision.document)
    told = tell_next(accounts_of(decision), case_id=decision.case_id, subject_id=decision.pk)
    if told.by_post:
        put_to_post(decision, told.by_post)
    elif told.is_more:
        publish("decision.notice_due", decision.pk)
    elif told.last is not None:
        begin_clock(decision, told.last)


def accounts_of(decision: Decision) -> list[UUID]:
    """The accounts of those to whom it was addressed when it was released, in the same order; deleted ones are gone."""
    return accounts_addressed(decision.message.addressed_to if decision.message else [], decision.person)


def begin_clock(decision: Decision, last: Dispatch) -> None:
    """Write once from when the clock counts: when the mail server took the last notice that was needed."""
    with transaction.atomic():
        begun = Decision.objects.filter(pk=decision.pk, notified_at__isnull=True, delivery=Delivery.PORTAL)
        if begun.update(notified_at=last.sent_at, notice_id=last.pk):
            record(NOTIFIER, DECISION_NOTIFIED, subject=decision, case_id=decision.case_id)


def put_to_post(decision: Decision, reason: str) -> None:
    """Let a letter whose notice could not be sent go by post. Staff see it in their list."""
    with transaction.atomic():
        waiting = Decision.objects.filter(pk=decision.pk, notified_at__isnull=True, delivery=Delivery.PORTAL)
        if waiting.update(delivery=Delivery.POST, by_post=reason):
            record(NOTIFIER, DECISION_BY_POST, subject=decision, case_id=decision.case_id)


def resume_notices() -> int:
    """Try again what the outbox has given up, for ever; returns how many. A mail server may be away for long."""
    resumed = 0
    for decision in unsent_notices().filter(released_at__lt=timezone.now() - QUIET):
        under_way = OutboxMessage.objects.filter(
            subject_id=decision.pk, fact__in=FACTS, done_at__isnull=True, dead_at__isnull=True
        )
        if not under_way.exists():
            with transaction.atomic():
                publish("decision.notice_due", decision.pk)
            resumed += 1
    return resumed


def _waits(decision: Decision) -> bool:
    is_in_portal = decision.status == DecisionStatus.RELEASED and decision.delivery == Delivery.PORTAL
    return is_in_portal and decision.notified_at is None
