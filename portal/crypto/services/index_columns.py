"""Columns that hold a blind index. Nothing in it says under which key it was made: it is made anew and compared."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from django.db import models, transaction

from portal.crypto.enums import KeysetName
from portal.crypto.errors import DecryptionFailed
from portal.crypto.models.holdings import Holding

BATCH = 200  # rows locked at once


def index_holding(
    *, column: str, rows: Callable[[], models.QuerySet[Any]], expected: Callable[[Any], str | None]
) -> Holding:
    """Return the holding of a column, named ``app.Model.field``.

    ``rows``: those that may have an index, with all that ``expected`` needs to say which it should be today. Fills what
    was never filled, too.
    """
    name = column.rpartition(".")[2]
    return Holding(
        label=column,
        keyset=KeysetName.INDEX,
        waiting=partial(_waiting, name, rows, expected),
        move=partial(_move, name, rows, expected),
    )


def _waiting(name: str, rows: Callable[[], models.QuerySet[Any]], expected: Callable[[Any], str | None]) -> int:
    return sum(_is_stale(row, name, expected) for row in rows().order_by("pk").iterator(chunk_size=BATCH))


def _move(name: str, rows: Callable[[], models.QuerySet[Any]], expected: Callable[[Any], str | None]) -> Iterator[int]:
    last: Any = None
    while True:
        with transaction.atomic():
            rest = rows().order_by("pk") if last is None else rows().order_by("pk").filter(pk__gt=last)
            batch = list(rest.select_for_update(no_key=True, of=("self",))[:BATCH])
            stale = [row for row in batch if _is_stale(row, name, expected)]
            for row in stale:
                type(row)._base_manager.filter(pk=row.pk).update(**{name: expected(row)})
        if not batch:
            return
        last = batch[-1].pk
        yield len(stale)


def _is_stale(row: Any, name: str, expected: Callable[[Any], str | None]) -> bool:
    try:
        return bool(getattr(row, name) != expected(row))
    except DecryptionFailed:  # the value itself is the problem: reencrypt says so where it lies
        return False
