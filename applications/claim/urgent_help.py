"""What somebody needs today (§§ 22(8), 24(1), 42(2) SGB II, § 42 SGB I), as said in the form for urgent help."""

from datetime import date

from pydantic import Field

from applications.claim.base import ClaimPart, Money
from applications.enums import UrgentNeed


class UrgentHelp(ClaimPart):
    """The needs of today with what is known about each; debts and dangers of the dwelling also stand in `housing`."""

    urgent_needs: tuple[UrgentNeed, ...] | None = None
    money_left: Money | None = Field(default=None, description="Money that is still there, all of the household")
    next_money_on: date | None = None
    people_to_feed: int | None = None
    voucher_helps: bool | None = Field(default=None, description="A voucher for food would help (§ 24(1))")
    rent_debt: Money | None = Field(default=None, description="Rent owed, all months together")
    landlord_wants_reply_by: date | None = Field(default=None, description="Day named in the landlord's letter")
    court_date: date | None = Field(default=None, description="Hearing or eviction, as the court's letter says")
    energy_supplier: str | None = None
    energy_customer_number: str | None = Field(default=None, description="As typed")
    energy_debt: Money | None = None
    energy_is_cut: bool | None = None
    energy_cut_on: date | None = Field(default=None, description="Day on which the supply is to be cut")
    broken_thing: str | None = None
    broken_note: str | None = Field(default=None, description="What happened, own words")
    broken_cost: Money | None = None
    late_payer: str | None = Field(default=None, description="Whose payment has not arrived")
    late_amount: Money | None = None
    late_since: date | None = Field(default=None, description="Day on which it should have arrived")
    early_amount: Money | None = Field(default=None, description="Wished early payment (§ 42(2) SGB II)")
    advance_asked: bool | None = Field(default=None, description="Asks for an advance (§ 42(1) S.2 SGB I)")
    call_back_today: bool | None = None
    call_when: str | None = Field(default=None, description="When and how to reach the person safely, own words")
