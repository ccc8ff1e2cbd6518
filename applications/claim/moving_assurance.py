"""The request for assurance before a move (§ 22(4)–(6) SGB II). Costs in EUR, rents in EUR/month, areas in m²."""

from datetime import date

from pydantic import Field

from applications.claim.base import ClaimPart, Exact, Money
from applications.enums import MoveReason, MovingCost


class NewDwelling(ClaimPart):
    """The dwelling somebody wants to move to."""

    street: str | None = None
    postcode: str | None = None
    city: str | None = None
    move_on: date | None = Field(default=None, description="First day of the lease")
    answer_by: date | None = Field(default=None, description="Until when the landlord waits")
    area: Exact | None = None
    rooms: Exact | None = None
    persons: int | None = Field(default=None, description="Everyone who will live there")
    base_rent: Money | None = None
    operating_costs: Money | None = None
    heating_costs: Money | None = None
    other_costs: Money | None = None
    heating_kind: str | None = None
    hot_water_decentral: bool | None = None


class MovingAssurance(ClaimPart):
    """Where to, why, and which costs of the move are asked for."""

    dwelling: NewDwelling = Field(default_factory=NewDwelling)
    reasons: tuple[MoveReason, ...] | None = None
    reason_note: str | None = None
    lease_signed: bool | None = None
    lease_signed_on: date | None = None
    leaves_parents: bool | None = Field(default=None, description="Under 25, lives with the parents (§ 22(5))")
    leaves_parents_reason: str | None = None
    needed_for_work: bool | None = Field(default=None, description="Under 25: for work or training (§ 22(5) no. 2)")
    wants_talk: bool | None = Field(default=None, description="Would rather tell the reasons in person")
    costs: tuple[MovingCost, ...] | None = None
    deposit_amount: Money | None = None
    shares_amount: Money | None = None
    moving_how: str | None = None
    moving_amount: Money | None = None
    double_rent_from: date | None = None
    double_rent_until: date | None = None
    double_rent_amount: Money | None = None
    search_what: str | None = None
    search_amount: Money | None = None
