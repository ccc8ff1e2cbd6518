"""What is kept under a keyset and has to move when the keyset gets a new key.

Encrypted model fields are found by themselves. Whatever an app seals in another way it declares here, in
``AppConfig.ready``; else ``retire_key`` would take the key from under it.
"""

from collections.abc import Callable, Iterator

from msgspec import Struct

from portal.crypto.enums import KeysetName


class Holding(Struct, frozen=True, kw_only=True):
    """One kind of thing under one keyset.

    ``waiting`` counts what does not lie under the newest key yet. ``move`` brings it there batch by batch, each in a
    transaction of its own, and says after each how many have moved; it may be killed and begun anew at any time. Things
    that do not open are left as they are, so that they go on waiting.
    """

    label: str
    keyset: KeysetName
    waiting: Callable[[], int]
    move: Callable[[], Iterator[int]]


_DECLARED: dict[str, Holding] = {}


def declare_holdings(*holdings: Holding) -> None:
    """Say what an app keeps under a keyset besides encrypted model fields; the same label again replaces it."""
    for holding in holdings:
        _DECLARED[holding.label] = holding


def declared_holdings() -> tuple[Holding, ...]:
    """What the apps have declared."""
    return tuple(_DECLARED.values())
