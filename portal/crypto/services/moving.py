"""Bring everything that was sealed under older keys to the newest, while the portal runs, and then do away with those.

Every value says which key it has. So moving can be killed at any moment: begun anew, it goes on where it was.
"""

import datetime
from collections.abc import Callable, Iterable

from django.utils import timezone

from portal.crypto.domain.columns import column_holdings
from portal.crypto.enums import KeysetName
from portal.crypto.errors import KeyInUse, KeyNeverRetired
from portal.crypto.models.holdings import Holding, declared_holdings
from portal.crypto.models.keysets import changed_at
from portal.crypto.services.keysets import keep_newest_key

# No transaction, session or kept form that began under the old key lives that long.
REST = datetime.timedelta(days=1)
# Codes on paper are kept as their index only, and nobody can say under which key; seals of the audit trail stay.
NEVER_RETIRED = frozenset({KeysetName.INDEX, KeysetName.SEALS})


def holdings_of(names: Iterable[KeysetName] = tuple(KeysetName)) -> list[Holding]:
    """Return what is kept under these keysets and can move."""
    wanted = frozenset(names)
    return [holding for holding in (*column_holdings(), *declared_holdings()) if holding.keyset in wanted]


def move_to_newest_key(holding: Holding, *, tell: Callable[[int], object] = lambda _number: None) -> int:
    """Move what waits; ``tell`` hears after each batch how many were moved. Returns how many wait still.

    Those do not open: their content, or the key they were sealed with, is gone.
    """
    for number in holding.move():
        tell(number)
    return holding.waiting()


def is_freshly_rotated(name: KeysetName) -> bool:
    """Whether the keyset got its newest key less than a day ago. Raises KeysetMissing."""
    return timezone.now() - changed_at(name) < REST


def retire_old_keys(name: KeysetName) -> list[int]:
    """Remove all keys but the newest from a keyset; returns their ids. Nothing sealed with them ever opens again.

    Raises KeyNeverRetired, and KeyInUse when something is left under an older key or the last rotation was less than a
    day ago.
    """
    if name in NEVER_RETIRED:
        raise KeyNeverRetired(name)
    in_use = [f"{holding.label}: {number}" for holding in holdings_of([name]) if (number := holding.waiting())]
    if in_use:
        raise KeyInUse(", ".join(in_use))
    if is_freshly_rotated(name):
        raise KeyInUse(f"{name}: {changed_at(name) + REST:%Y-%m-%d %H:%M} UTC")
    return keep_newest_key(name)
