"""The register of all event types, filled from the ``events`` room of every app when Django starts."""

from collections.abc import Iterator
from types import ModuleType
from typing import TYPE_CHECKING

from portal.audit.errors import DuplicateEventType, UnknownEventType
from portal.audit.events import EventType

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class EventRegistry:
    """Every declared event type by its code."""

    def __init__(self) -> None:
        self._types: dict[str, EventType] = {}

    def __iter__(self) -> Iterator[EventType]:
        return iter(self._types.values())

    def collect(self, module: ModuleType) -> None:
        """Add the event types among the names of ``module``. Raises DuplicateEventType."""
        for value in vars(module).values():
            if isinstance(value, EventType):
                self.add(value)

    def add(self, event: EventType) -> None:
        """Add one type; the same one twice is no matter. Raises DuplicateEventType for another one of that code."""
        if self._types.setdefault(event.code, event) is not event:
            raise DuplicateEventType(event.code)

    def require(self, event: EventType) -> None:
        """Raise UnknownEventType when this type was not declared in an ``events`` room."""
        if self._types.get(event.code) is not event:
            raise UnknownEventType(event.code)

    def label(self, code: str) -> "str | StrPromise":
        """What people read; the code itself when its declaration is gone."""
        event = self._types.get(code)
        return event.label if event else code


registry = EventRegistry()
