"""Who wants to hear of which fact. Filled in ``AppConfig.ready`` of the apps that do the later work."""

from collections.abc import Callable, Iterator
from uuid import UUID

from msgspec import Struct

from portal.outbox.enums import Priority, Queue
from portal.outbox.errors import DuplicateHandler, UnknownHandler

Handler = Callable[[UUID], None]
TIME_LIMIT = 60  # seconds; below CELERY_TASK_SOFT_TIME_LIMIT


class Subscription(Struct, frozen=True):
    """``handler`` runs after ``fact``. ``name`` stands in the rows and must not change; ``time_limit`` in seconds.

    While messages wait for the workers of a ``queue``, those of a higher ``priority`` overtake the others.
    """

    fact: str
    name: str
    handler: Handler
    time_limit: int
    queue: Queue = Queue.GENERAL
    priority: Priority = Priority.NORMAL


class Subscriptions:
    """All subscriptions of the process, by fact and by handler name."""

    def __init__(self) -> None:
        self._by_fact: dict[str, list[Subscription]] = {}
        self._by_name: dict[str, Subscription] = {}

    def __iter__(self) -> Iterator[Subscription]:
        return (entry for entries in self._by_fact.values() for entry in entries)

    def add(self, entry: Subscription) -> None:
        """Add one. Raises DuplicateHandler when the name belongs to another function or already hears of this fact."""
        known = self._by_name.get(entry.name)
        if known is not None and known.handler is not entry.handler:
            raise DuplicateHandler(f"two handlers are called {entry.name}")
        if any(other.name == entry.name for other in self.of(entry.fact)):
            raise DuplicateHandler(f"{entry.name} subscribes to {entry.fact} twice")
        self._by_name[entry.name] = entry
        self._by_fact.setdefault(entry.fact, []).append(entry)

    def remove(self, entry: Subscription) -> None:
        """Take one out again."""
        self._by_fact[entry.fact].remove(entry)
        if all(other.name != entry.name for other in self):
            del self._by_name[entry.name]

    def of(self, fact: str) -> list[Subscription]:
        """Who wants to hear of this fact, in the order of subscribing; nobody is a fine answer."""
        return self._by_fact.get(fact, [])

    def named(self, name: str) -> Subscription:
        """The subscription that a row names. Raises UnknownHandler."""
        try:
            return self._by_name[name]
        except KeyError:
            raise UnknownHandler(name) from None


subscriptions = Subscriptions()


def subscribe(
    fact: str,
    handler: Handler,
    *,
    time_limit: int = TIME_LIMIT,
    queue: Queue = Queue.GENERAL,
    priority: Priority = Priority.NORMAL,
) -> Subscription:
    """Run ``handler(subject_id)`` in a worker after every ``publish(fact, subject_id)``; call it in ``ready()``.

    ``handler`` is a function of the app's ``tasks`` room. It runs inside a transaction that also marks the message as
    done, so its effects in the database happen once; effects elsewhere (mail, push) need a key of their own against
    doubling. ``time_limit``: seconds until it is broken off and counted as failed. ``queue``: whose processes take it,
    ``priority``: what goes first when many wait there. Raises DuplicateHandler.
    """
    entry = Subscription(fact, handler_name(handler), handler, time_limit, queue, priority)
    subscriptions.add(entry)
    return entry


def handler_name(handler: Handler) -> str:
    """``submissions.tasks.render_receipt``: stays the same when the room ``tasks`` is split into files."""
    app, room, _rest = handler.__module__.partition(".tasks")
    return f"{app.removeprefix('portal.')}{room}.{handler.__qualname__}"
