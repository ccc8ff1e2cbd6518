"""Additional needs (§ 21 SGB II): what their own form asks beyond what stands in `Person.needs` and `Housing`."""

from datetime import date

from pydantic import Field

from applications.claim.base import ClaimPart, Money
from applications.enums import HouseholdNeed


class AdditionalNeed(ClaimPart):
    """The needs of the household; those of single persons stand with them (`Person.needs`)."""

    household_needs: tuple[HouseholdNeed, ...] | None = None
    alone_since: date | None = Field(default=None, description="Cares alone for the children since")
    care_shared: bool | None = Field(default=None, description="The other parent has the children half of the time")
    hot_water_meter: bool | None = Field(default=None, description="Has a meter of its own (§ 21(7) S.3)")
    hot_water_cost: Money | None = Field(default=None, description="EUR/month by that meter")
