"""Runs one rule the hard way: whatever it raises reaches the test."""

from dataclasses import dataclass, field
from typing import Any

from applications.plausibility.registry import default_registry
from tests.factories.claims import build_claim, build_context


@dataclass(frozen=True)
class Trial:
    """One row of a table: the rule, what the case is, the claim's and context's answers, how many hits it gets."""

    rule_id: str
    case: str
    hits: int
    claim: dict[str, Any] = field(default_factory=dict)
    context: dict[str, Any] = field(default_factory=dict)

    def __str__(self):
        return f"{self.rule_id}-{self.case}".replace(" ", "-")

    def findings(self):
        """Findings of this one rule on a claim that is empty but for the answers of the row."""
        rule = default_registry()[self.rule_id]
        return list(rule.findings(build_claim(**self.claim), build_context(**self.context)))
