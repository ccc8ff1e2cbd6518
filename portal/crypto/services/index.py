"""Exact search over values that are stored encrypted: a keyed hash in a column beside them."""

from typing import Any

from portal.crypto.enums import KeysetName
from portal.crypto.models.keysets import keyset

INDEX_BYTES = 16  # 128 bits: no accidental hit among billions of values


def blind_index(value: str, *, purpose: str) -> str:
    """32 hex digits, equal for equal values of the same purpose; store in ``CharField(max_length=32, db_index=True)``.

    ``value`` is normalised by the caller (IBAN without spaces, …). ``purpose`` names the column, for example
    ``"cases.person.iban"``: the same value gives another index elsewhere.
    """
    return _hex(keyset(KeysetName.INDEX).primitive.primary(), value, purpose)


def blind_index_candidates(value: str, *, purpose: str) -> list[str]:
    """The index under every key of the keyset, the newest first: search with ``__in`` while a rotation is under way."""
    functions = keyset(KeysetName.INDEX).primitive
    newest = functions.primary_id()
    keys = sorted(functions.all().items(), key=lambda entry: entry[0] != newest)
    return [_hex(function, value, purpose) for _key_id, function in keys]


def _hex(function: Any, value: str, purpose: str) -> str:
    digest: bytes = function.compute(purpose.encode() + b"\x00" + value.encode(), INDEX_BYTES)
    return digest.hex()
