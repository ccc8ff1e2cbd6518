"""The ground every part of the claim stands on: one frozen, strict pydantic model and the exact money type."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema


def _refuse_float(value: Any) -> Any:
    """Let every value pass but a float: 0.1 + 0.2 is not 0.3, and amounts are compared to the cent."""
    if isinstance(value, float):
        raise ValueError("amounts are exact decimals, not floats")  # noqa: TRY004 -- pydantic's protocol
    return value


# An exact decimal; in JSON a string such as "420.50". No limit on size or places: a strange amount must reach a person,
# never block sending (§ 20(3) SGB X). Not strict, because a validator before a strict Decimal refuses JSON's strings.
Exact = Annotated[
    Decimal,
    Field(strict=False),
    BeforeValidator(_refuse_float),
    WithJsonSchema({"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}),
]
Money = Exact


class ClaimPart(BaseModel):
    """Base of all parts: immutable, no unknown keys, no silent conversion. An unanswered question is None, never ""."""

    # Built on first use: else every start would pay for 90 ms of validators.
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", defer_build=True)
