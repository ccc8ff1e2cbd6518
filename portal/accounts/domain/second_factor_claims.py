"""Whether an employer's sign-in service says that it asked for a second factor."""

from collections.abc import Iterable, Mapping
from typing import Any


def names_second_factor(claims: Mapping[str, Any], accepted: Iterable[str]) -> bool:
    """Say whether an ID token's ``claims`` hold one of ``accepted``, such as ``amr=mfa`` or ``acr=gold`` (RFC 8176).

    Only what an operator has named counts: the meaning of these claims differs from service to service.
    """
    return any(_holds(claims, *rule.partition("=")[::2]) for rule in accepted)


def _holds(claims: Mapping[str, Any], name: str, value: str) -> bool:
    found = claims.get(name)
    return bool(value) and (value in found if isinstance(found, list) else found == value)
