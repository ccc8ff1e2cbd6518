"""How surely BundID knows a person, read from its answer, never from what was asked for."""

import re
from collections.abc import Iterable

from portal.accounts.enums import TrustLevel
from portal.accounts.errors import AnswerRefused

STORK = re.compile(r"STORK-QAA-Level-([1-4])")


def stork(level: int) -> str:
    """Return the level as BundID writes it."""
    return f"STORK-QAA-Level-{level}"


def lowest_level(statements: Iterable[str]) -> TrustLevel | None:
    """Return the lowest of the levels that an answer names; None when it names none, or one that we do not know."""
    found = [STORK.fullmatch(statement) for statement in statements]
    numbers = [int(match[1]) for match in found if match]
    if not numbers or len(numbers) < len(found):
        return None
    return max(level for level in TrustLevel if level <= min(numbers))


def check_level(level: TrustLevel, *, at_least: int) -> None:
    """Raise AnswerRefused when an answer is proved less surely than it has to be."""
    if level < at_least:
        raise AnswerRefused("trust_level_too_low")
