"""Additional needs (§ 21 SGB II): what their own form asks beyond what stands in `Person.needs` and `Housing`."""

from datetime import date

from pydantic import Field

from applications.claim.base import ClaimPart, Money
from applications.enums import DietCertificate, HouseholdNeed


class NeedDetails(ClaimPart):
    """More about the needs of one person; no diagnosis is ever asked."""

    person_id: str
    diet_certificate: DietCertificate | None = Field(default=None, description="How the doctor's certificate comes")
    diet_since: date | None = None
    special_need_since: date | None = None
    special_need_frequency: str | None = Field(default=None, description="Own words")
    special_need_unavoidable: str | None = Field(default=None, description="Why it cannot be met otherwise, own words")
    books_what: str | None = None
    books_amount: Money | None = Field(default=None, description="EUR for the school year")


class AdditionalNeed(ClaimPart):
    """The needs of single persons and of the household."""

    persons: tuple[NeedDetails, ...] = ()
    household_needs: tuple[HouseholdNeed, ...] | None = None
    alone_since: date | None = Field(default=None, description="Cares alone for the children since")
    care_shared: bool | None = Field(default=None, description="The other parent has the children half of the time")
    hot_water_meter: bool | None = Field(default=None, description="Has a meter of its own (§ 21(7) S.3)")
    hot_water_cost: Money | None = Field(default=None, description="EUR/month by that meter")
