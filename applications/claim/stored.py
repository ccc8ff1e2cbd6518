"""Reads claims as they were handed in, also in an earlier version of the schema.

What was handed in is never rewritten, because its hash stands on the receipt: an older claim becomes a current one when
it is read.
"""

import json
from collections.abc import Mapping
from typing import Any

from applications.claim.model import SCHEMA_VERSION, Claim


def read_claim(data: Mapping[str, Any]) -> Claim:
    """The claim in stored data. Raises ValueError when it is none."""
    return Claim.model_validate_json(json.dumps(_second(data) if data.get("schema_version") == 1 else data))


def _second(first: Mapping[str, Any]) -> dict[str, Any]:
    """Version 1 had four fields that no question ever filled."""
    return {
        **_without("explanations", first),
        "schema_version": SCHEMA_VERSION,
        "incomes": [_without("receipt_month", income) for income in first.get("incomes", ())],
        "deductions": [_without("note", deduction) for deduction in first.get("deductions", ())],
        "assets": _without("total_stated", first.get("assets", {})),
    }


def _without(key: str, part: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in part.items() if name != key}
