"""One attempt to deliver one message, safe against kill -9 at any line.

Three short steps. The attempt is counted and committed first, so that a handler that takes its worker down with it is
given up some day. Then the handler's effect and the mark "done" commit in ONE transaction that holds the row, so
nothing is done twice. When the handler fails, its effects are rolled back and the failure is noted.
"""

import logging
import traceback
from datetime import timedelta

from django.db import connection, transaction
from django.db.models import F
from django.db.models.functions import Now

from portal.audit.services import request_id
from portal.outbox.enums import Delivery
from portal.outbox.errors import UnknownHandler
from portal.outbox.models import OutboxMessage, subscriptions
from portal.outbox.models.subscription import TIME_LIMIT

log = logging.getLogger(__name__)

MAX_ATTEMPTS = 8
LONGEST_PAUSE = timedelta(minutes=15)
GRACE = timedelta(seconds=30)  # between a handler's time limit and sending its message again


def deliver(message_id: int) -> Delivery:
    """Run the handler of this message unless it is done, given up or in other hands; says how it ended.

    Raises only when the database cannot be reached; then the message is sent again later.
    """
    started = _start(message_id)
    if isinstance(started, Delivery):
        return started
    try:
        return _run(message_id)
    except Exception as error:  # noqa: BLE001 -- whatever a handler raises counts as a failed attempt
        return _note_failure(started, error)


def pause_after(attempts: int) -> timedelta:
    """How long to wait after this many failed attempts: 2, 4, 8 … seconds, at most a quarter of an hour."""
    return min(timedelta(seconds=2**attempts), LONGEST_PAUSE)


def lease(message: OutboxMessage) -> timedelta:
    """How long a message may be under way or at work before it is sent again."""
    try:
        seconds = subscriptions.named(message.handler).time_limit
    except UnknownHandler:
        seconds = TIME_LIMIT
    return timedelta(seconds=seconds) + GRACE


def _start(message_id: int) -> OutboxMessage | Delivery:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL synchronous_commit TO off")  # losing a count in a power cut is no harm
        message = _locked(message_id)
        if message is None:
            return Delivery.SKIPPED
        if message.attempts >= MAX_ATTEMPTS:  # the last attempts ended with the worker
            return _give_up(message)
        message.attempts += 1
        message.next_try_at = Now() + lease(message)
        message.save(update_fields=["attempts", "next_try_at"])
    return message


def _run(message_id: int) -> Delivery:
    with transaction.atomic():
        message = _locked(message_id)
        if message is None:
            return Delivery.SKIPPED
        with request_id(f"outbox:{message.pk}"):
            subscriptions.named(message.handler).handler(message.subject_id)
        OutboxMessage.objects.filter(pk=message.pk).update(done_at=Now(), last_error="")
    return Delivery.DONE


def _note_failure(message: OutboxMessage, error: Exception) -> Delivery:
    dead = message.attempts >= MAX_ATTEMPTS
    text = describe(error)
    OutboxMessage.objects.open().filter(pk=message.pk).update(
        last_error=text,
        next_try_at=Now() + pause_after(message.attempts),
        dead_at=Now() if dead else None,
    )
    level = logging.ERROR if dead else logging.WARNING
    log.log(level, "outbox message %s (%s) failed, attempt %s: %s", message.pk, message.handler, message.attempts, text)
    return Delivery.DEAD if dead else Delivery.FAILED


def _give_up(message: OutboxMessage) -> Delivery:
    OutboxMessage.objects.filter(pk=message.pk).update(
        dead_at=Now(), last_error=F("last_error") if message.last_error else "WorkerLost"
    )
    log.error("outbox message %s (%s) given up", message.pk, message.handler)
    return Delivery.DEAD


def _locked(message_id: int) -> OutboxMessage | None:
    return OutboxMessage.objects.open().select_for_update(skip_locked=True).filter(pk=message_id).first()


def describe(error: Exception) -> str:
    """The kind of error and the line of code: enough to find it, nothing of what was being worked on."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({frames[-1].filename.rsplit('/', 1)[-1]}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}{place}"[:200]
