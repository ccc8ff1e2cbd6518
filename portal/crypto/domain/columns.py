"""Encrypted columns on their way to the newest key. Each value names its key: nobody has to keep how far it went."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from django.apps import apps
from django.db import models, transaction
from django.db.models import F, Func, Q

from portal.crypto.enums import KeysetName
from portal.crypto.errors import DecryptionFailed
from portal.crypto.models.fields import EncryptedField
from portal.crypto.models.holdings import Holding
from portal.crypto.models.keysets import PREFIX_BYTES, newest_key

BATCH = 200  # rows locked at once while they move to a new key

Fields = tuple[EncryptedField[Any, Any], ...]


def column_holdings(candidates: Iterable[type[models.Model]] | None = None) -> Iterator[Holding]:
    """Every model with encrypted fields, once for each keyset; ``candidates``: these models instead of all."""
    for model in candidates if candidates is not None else apps.get_models():
        if model._meta.proxy or not model._meta.managed:
            continue
        sealed = [field for field in model._meta.local_concrete_fields if isinstance(field, EncryptedField)]
        for name in sorted({field.keyset_name for field in sealed}):
            fields = tuple(field for field in sealed if field.keyset_name == name)
            yield Holding(
                label=model._meta.label,
                keyset=name,
                waiting=partial(_waiting, model, fields, name),
                move=partial(_move, model, fields, name),
            )


def _waiting(model: type[models.Model], fields: Fields, name: KeysetName) -> int:
    return _under_older_keys(model, fields, name).count()


def _move(model: type[models.Model], fields: Fields, name: KeysetName) -> Iterator[int]:
    rows = _under_older_keys(model, fields, name).order_by("pk")
    last: Any = None
    while True:
        with transaction.atomic():
            rest = rows if last is None else rows.filter(pk__gt=last)
            batch = list(rest.select_for_update(no_key=True, of=("self",))[:BATCH])
            moved = sum(_seal_anew(model, row, fields) for row in batch)
        if not batch:
            return
        last = batch[-1].pk
        yield moved


def _seal_anew(model: type[models.Model], row: models.Model, fields: Fields) -> bool:
    """Not by ``save()``: that would touch times of change and call receivers."""
    try:
        values = {field.name: field.pre_save(row, add=False) for field in fields}
    except DecryptionFailed:
        return False
    model._base_manager.filter(pk=row.pk).update(**values)
    return True


def _under_older_keys(model: type[models.Model], fields: Fields, name: KeysetName) -> models.QuerySet[Any]:
    newest = newest_key(name)
    older = Q()
    keys = {}
    for field in fields:
        key = f"_key_of_{field.name}"
        keys[key] = _Beginning(F(field.attname))
        older |= Q(**{f"{field.name}__isnull": False}) & ~Q(**{key: newest})
    found: models.QuerySet[Any] = model._base_manager.alias(**keys).filter(older)
    return found


class _Beginning(Func):
    """The bytes of a column that name its key."""

    template = f"substring(%(expressions)s from 1 for {PREFIX_BYTES})"
    output_field = models.BinaryField()
