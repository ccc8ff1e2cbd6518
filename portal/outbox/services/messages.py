"""Publish a fact, deliver without a broker, try a given-up message again."""

from uuid import UUID

from django.db import connection, transaction
from django.db.models.functions import Now

from portal.audit.events import AuditedActor
from portal.audit.services import record
from portal.outbox.domain.delivery import deliver
from portal.outbox.enums import Delivery
from portal.outbox.errors import MessageNotDead, OutsideTransaction
from portal.outbox.events import MESSAGE_RETRIED
from portal.outbox.models import OutboxMessage, subscriptions


def publish(fact: str, subject_id: UUID) -> None:
    """Note in the current transaction that ``fact`` happened, one row per subscriber, in one INSERT.

    Nobody subscribing is fine. Raises OutsideTransaction when there is no transaction to stand or fall with.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction(fact)
    messages = [
        OutboxMessage(fact=fact, handler=subscription.name, subject_id=subject_id)
        for subscription in subscriptions.of(fact)
    ]
    if messages:
        OutboxMessage.objects.bulk_create(messages)


def deliver_due(*, limit: int = 1000) -> list[Delivery]:
    """Deliver here and now, without broker and worker, what is due, and what that brings up in turn; at most ``limit``.

    For tests and commands. Messages that fail wait for their next try like any other.
    """
    results: list[Delivery] = []
    while len(results) < limit:
        message_id = OutboxMessage.objects.due().values_list("id", flat=True).first()
        if message_id is None:
            break
        results.append(deliver(message_id))
    return results


@transaction.atomic
def retry_dead(message: OutboxMessage, actor: AuditedActor) -> None:
    """Give a given-up message all its attempts again. Raises MessageNotDead. Whether ``actor`` may is the caller's."""
    changed = OutboxMessage.objects.filter(pk=message.pk, dead_at__isnull=False).update(
        dead_at=None, attempts=0, next_try_at=Now(), sent_at=None
    )
    if not changed:
        raise MessageNotDead(message.pk)
    record(actor, MESSAGE_RETRIED, subject=message)
