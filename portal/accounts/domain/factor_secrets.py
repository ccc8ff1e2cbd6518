"""Secrets of authenticator apps and seeds of recovery codes. They lie in a table of allauth, sealed by us."""

import base64
from collections.abc import Iterator
from typing import Any

from allauth.mfa.models import Authenticator
from django.db import transaction

from portal.crypto.enums import KeysetName
from portal.crypto.errors import DecryptionFailed
from portal.crypto.models import Holding
from portal.crypto.models.keysets import newest_key
from portal.crypto.services import decrypt, encrypt

BATCH = 200  # rows locked at once
SEALED = ("secret", "seed")  # in Authenticator.data: of apps, of recovery codes
_CONTEXT = b"accounts.second_factor"


def seal_secret(text: str) -> str:
    """Return the secret as the database has it."""
    return base64.b64encode(encrypt(text.encode(), context=_CONTEXT)).decode()


def open_secret(sealed: str) -> str:
    """Return what ``seal_secret`` sealed. Raises DecryptionFailed."""
    return decrypt(base64.b64decode(sealed), context=_CONTEXT).decode()


def count_under_older_keys() -> int:
    """How many authenticators have a secret that is not under the newest key."""
    newest = newest_key(KeysetName.FIELDS)
    return sum(bool(_old_entries(row.data, newest)) for row in Authenticator.objects.iterator())


def move_secrets() -> Iterator[int]:
    """Seal them with the newest key; yields after each batch how many rows have moved."""
    last = 0
    while True:
        with transaction.atomic():
            rows = Authenticator.objects.filter(pk__gt=last).order_by("pk").select_for_update(no_key=True)
            batch = list(rows[:BATCH])
            moved = sum(_move(row) for row in batch)
        if not batch:
            return
        last = batch[-1].pk
        yield moved


def _move(row: Authenticator) -> bool:
    old = _old_entries(row.data, newest_key(KeysetName.FIELDS))
    if not old:
        return False
    try:
        row.data |= {name: seal_secret(open_secret(sealed)) for name, sealed in old.items()}
    except DecryptionFailed:
        return False
    row.save(update_fields=["data"])
    return True


def _old_entries(data: dict[str, Any], newest: bytes) -> dict[str, str]:
    sealed = {name: data[name] for name in SEALED if name in data}
    return {name: text for name, text in sealed.items() if not base64.b64decode(text).startswith(newest)}


SECRETS = Holding(
    label="mfa.Authenticator.data", keyset=KeysetName.FIELDS, waiting=count_under_older_keys, move=move_secrets
)
