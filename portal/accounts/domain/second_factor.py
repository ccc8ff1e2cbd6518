"""What counts as a second factor in a session."""

from collections.abc import Iterable, Mapping
from typing import Any


def proves_second_factor(records: Iterable[Mapping[str, Any]]) -> bool:
    """Whether allauth's authentication records of a session hold a second factor.

    That is a code of an app, a recovery code, or a passkey: all of ours ask for PIN, finger or face, so that a passkey
    alone is two factors (possession, and knowledge or biometry).
    """
    return any(record.get("method") == "mfa" for record in records)


def counter_moves_on(known: int, reported: int) -> bool:
    """Whether the signature counter of a passkey is plausible: greater than before, or not used at all (always 0).

    WebAuthn Level 3, § 7.2 step 22. Passkeys that are synchronised between devices report 0.
    """
    return reported > known or reported == known == 0
