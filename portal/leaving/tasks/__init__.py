"""Background work of leaving: take an id, load, call one domain function. The outbox calls and repeats it."""

from portal.leaving.tasks.copies import COPY_TIME_LIMIT, announce_copy, make_copy
from portal.leaving.tasks.farewells import say_farewell

__all__ = ["COPY_TIME_LIMIT", "announce_copy", "make_copy", "say_farewell"]
