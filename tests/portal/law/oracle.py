"""Households computed from the statute by somebody else; our functions must agree to the cent."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from portal.law.need import adult_level, child_level


@dataclass(frozen=True)
class Case:
    """One household in one month with the expected values, one row per person in the same order."""

    name: str
    month: date
    persons: list[dict[str, Any]]
    expected: list[dict[str, Any]]
    asset_allowance: Decimal
    waiting_period_over: bool

    def __str__(self):
        return self.name

    @property
    def pairs(self):
        """Person and expected row side by side."""
        return list(zip(self.persons, self.expected, strict=True))

    @property
    def child_ages(self):
        """Ages of everyone who is a child of the household."""
        return [person["age"] for person in self.persons if person.get("child")]

    def level(self, person):
        """Our level of one person."""
        if person.get("child"):
            return child_level(person["age"], self.month)
        partner = self.persons[person["partner"]]["age"] if "partner" in person else None
        return adult_level(person["age"], self.month, partner_age=partner)


def _cases():
    for house in json.loads((Path(__file__).parent / "oracle.json").read_text(encoding="utf-8"))["households"]:
        for day, result in house["results"].items():
            yield Case(
                f"{house['id']}-{day}",
                date.fromisoformat(day),
                house["persons"],
                result["persons"],
                Decimal(result["asset_allowance"]),
                house["waiting_period_over"],
            )


CASES = tuple(_cases())
