"""Celery's part: deliver one message, sweep up what is overdue. Imported by worker and relay, never by the web."""

from contextlib import suppress
from datetime import timedelta
from typing import Any

from celery import Celery, shared_task

from portal.outbox.domain.delivery import deliver, describe
from portal.outbox.domain.relay import prune_done, send_due
from portal.outbox.enums import Priority, Queue
from portal.outbox.errors import BrokerUnreachable, UnknownHandler
from portal.outbox.models import OutboxMessage, subscriptions
from portal.outbox.models.subscription import TIME_LIMIT

KILL_AFTER = 10  # seconds between a handler's time limit and the end of its worker process
OVERDUE = timedelta(seconds=10)  # then the relay is probably down


@shared_task(name="outbox.deliver")
def deliver_message(message_id: int) -> None:
    """Deliver one message; a second delivery of the same one does nothing."""
    deliver(message_id)


@shared_task(name="outbox.sweep", acks_late=False)
def sweep() -> None:
    """Send what the relay should have sent long ago, and delete what was done long ago."""
    sender = Sender()
    try:
        send_due(sender, overdue=OVERDUE)
    finally:
        sender.close()
    prune_done()


class Sender:
    """Hands messages to Celery over one connection, and makes a new one when the broker was away."""

    def __init__(self) -> None:
        # Knows the settings but no tasks: enough to send by name.
        self._celery = Celery("outbox", set_as_current=False)
        self._celery.config_from_object("django.conf:settings", namespace="CELERY")
        self._producer: Any = None

    def connect(self) -> None:
        """Open the connection if it is not; tries once. Raises BrokerUnreachable."""
        if self._producer is not None:
            return
        link = self._celery.connection_for_write()
        try:
            link.ensure_connection(max_retries=0)
        except Exception as error:
            raise BrokerUnreachable(describe(error)) from error
        self._producer = self._celery.amqp.Producer(link)

    def __call__(self, message: OutboxMessage) -> None:
        """Send one message, over a new connection if need be. Raises what the second try raises."""
        try:
            self._send(message)
        except Exception:  # noqa: BLE001 -- many classes from two libraries; a new connection is the cure for all
            self.close()
            self._send(message)

    def close(self) -> None:
        """Close the connection; the next message opens a new one."""
        if self._producer is not None:
            with suppress(Exception):
                self._producer.connection.close()
            self._producer = None

    def _send(self, message: OutboxMessage) -> None:
        try:
            entry = subscriptions.named(message.handler)
            seconds, queue, priority = entry.time_limit, entry.queue, entry.priority
        except UnknownHandler:
            seconds, queue, priority = TIME_LIMIT, Queue.GENERAL, Priority.LAST
        self.connect()
        self._celery.send_task(
            deliver_message.name,
            args=[message.pk],
            producer=self._producer,
            retry=False,
            queue=queue.value,
            priority=int(priority),
            soft_time_limit=seconds,
            time_limit=seconds + KILL_AFTER,
        )
