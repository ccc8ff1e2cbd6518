"""Costs of applying and of beginning to work (§ 44 SGB III with § 16(1) SGB II). Costs in EUR."""

from datetime import date

from pydantic import Field

from applications.claim.base import ClaimPart, Money
from applications.enums import PlacementCost, PlacementPurpose


class PlannedCost(ClaimPart):
    """One cost; it must be asked for before it arises (§ 324(1) SGB III)."""

    id: str
    kind: PlacementCost | None = None
    what: str | None = None
    amount: Money | None = None
    due_on: date | None = Field(default=None, description="When it arises")
    is_paid: bool | None = Field(default=None, description="Paid or ordered before asking")


class PlacementBudget(ClaimPart):
    """What somebody looks or starts for, and the costs of it."""

    purpose: PlacementPurpose | None = None
    employer: str | None = None
    job: str | None = Field(default=None, description="What kind of work")
    job_on: date | None = Field(default=None, description="Interview or first day of work")
    insured_job: bool | None = Field(default=None, description="Work with social insurance, no minor job")
    employer_pays: bool | None = Field(default=None, description="The employer bears such costs (§ 44(1) S.3)")
    planned_costs: tuple[PlannedCost, ...] = ()
    need_note: str | None = Field(default=None, description="Why the money is needed, own words")
