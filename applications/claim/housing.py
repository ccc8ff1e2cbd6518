"""The dwelling of a claim and what it costs (Anlage KDU, § 22 SGB II). Costs in EUR/month, areas in m²."""

from datetime import date

from pydantic import Field

from applications.claim.base import ClaimPart, Exact, Money
from applications.enums import DwellingKind, HousingKind


class Landlord(ClaimPart):
    """Whom the rent is owed to (KDU 30–36)."""

    name: str | None = None
    address: str | None = None
    iban: str | None = Field(default=None, description="As typed; only for payment to the landlord")
    is_relative: bool | None = None
    in_household: bool | None = None


class Housing(ClaimPart):
    """Address, size, costs and dangers of the dwelling (HA 9–16, 81; KDU 5–36)."""

    kind: HousingKind | None = None
    has_costs: bool | None = Field(default=None, description="Asks for housing costs (HA 81)")
    street: str | None = Field(default=None, description="Street and number")
    address_extra: str | None = None
    postcode: str | None = None
    city: str | None = None
    since: date | None = Field(default=None, description="Lives here since")
    dwelling: DwellingKind | None = None
    year_built: int | None = None
    rooms: Exact | None = None
    persons_in_dwelling: int | None = Field(default=None, description="Everyone in the dwelling (KDU 9)")
    area_total: Exact | None = None
    area_own: Exact | None = None
    area_let: Exact | None = None
    base_rent: Money | None = Field(default=None, description="Grundmiete; for owners interest and fixed charges")
    operating_costs: Money | None = None
    heating_costs: Money | None = None
    other_costs: Money | None = None
    loan_principal: Money | None = Field(default=None, description="Owners: repayment of the loan (Tilgung)")
    total_stated: Money | None = Field(default=None, description="Total as stated or on the lease")
    household_electricity_included: bool | None = None
    heating_kind: str | None = None
    hot_water_decentral: bool | None = Field(default=None, description="Boiler or similar in the dwelling")
    hot_water_in_heating: bool | None = Field(default=None, description="Hot water is part of the heating costs")
    hot_water_need_asked: bool | None = Field(default=None, description="Need of § 21(7) asked for")
    landlord: Landlord = Field(default_factory=Landlord)
    direct_payment: bool | None = Field(default=None, description="Payment to the landlord wished (§ 22(7))")
    arrears: bool | None = Field(default=None, description="Owes rent or energy")
    arrears_amount: Money | None = None
    eviction_threat: bool | None = Field(default=None, description="Termination or eviction suit")
    energy_cut_threat: bool | None = None
    prior_assurance: bool | None = Field(default=None, description="Zusicherung before the move, § 22(4), (5)")
    reason_for_move: str | None = None

    @property
    def gross_cold_rent(self) -> Money | None:
        """Base rent plus operating costs in EUR/month; None while one of them is not known."""
        if self.base_rent is None or self.operating_costs is None:
            return None
        return self.base_rent + self.operating_costs
