"""Hand due messages to Celery.

Claim first, hand over second: a worker skips rows that are locked, so they must not be locked any more when it hears of
them. A claimed row comes up again after its lease; if the relay dies in between, or the broker loses the message, the
row is simply sent again.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from portal.outbox.domain.delivery import LONGEST_PAUSE, describe, lease
from portal.outbox.errors import BrokerUnreachable
from portal.outbox.models import OutboxMessage

BATCH = 200
KEEP_DONE = timedelta(days=30)


def send_due(send: Callable[[OutboxMessage], None], *, limit: int = BATCH, overdue: timedelta = timedelta(0)) -> int:
    """Hand up to ``limit`` due messages to ``send``, the oldest first; returns how many. Several relays may run.

    ``overdue``: only those due for at least so long. Raises BrokerUnreachable at the first one that ``send`` fails on;
    that one and the rest are due again at once and not marked as sent.
    """
    claimed = _claim(limit, overdue)
    for position, message in enumerate(claimed):
        try:
            send(message)
        except Exception as error:
            OutboxMessage.objects.bulk_update(claimed[position:], ["sent_at", "next_try_at"])  # as they were
            raise BrokerUnreachable(describe(error)) from error
    return len(claimed)


def prune_done(*, limit: int = 5000) -> int:
    """Delete up to ``limit`` messages that were done more than 30 days ago; returns how many."""
    old = OutboxMessage.objects.filter(done_at__lt=Now() - KEEP_DONE).order_by("done_at").values("pk")[:limit]
    deleted, _per_model = OutboxMessage.objects.filter(pk__in=old).delete()
    return deleted


@transaction.atomic
def _claim(limit: int, overdue: timedelta) -> list[OutboxMessage]:
    due = OutboxMessage.objects.due().filter(next_try_at__lte=Now() - overdue)
    messages = list(due.select_for_update(skip_locked=True)[:limit])
    by_pause = defaultdict(list)
    for message in messages:
        by_pause[_resend_after(message)].append(message.pk)
    for pause, keys in by_pause.items():
        OutboxMessage.objects.filter(pk__in=keys).update(sent_at=Now(), next_try_at=Now() + pause)
    return messages


def _resend_after(message: OutboxMessage) -> timedelta:
    """Its lease; for old messages up to a quarter of an hour, or a queue without workers would fill with copies."""
    age = timezone.now() - message.created_at
    return max(lease(message), timedelta(seconds=min(age, 2 * LONGEST_PAUSE) // timedelta(seconds=2)))
