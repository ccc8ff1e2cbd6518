"""Income and assets of a claim (Anlagen EK and VM). All amounts in EUR."""

from datetime import date

from pydantic import Field

from applications.claim.base import ClaimPart, Exact, Money
from applications.enums import AssetKind, DeductionKind, IncomeKind


class Income(ClaimPart):
    """One income of one person; monthly amounts (Anlage EK 9–23)."""

    id: str
    person_id: str
    kind: IncomeKind
    gross: Money | None = Field(default=None, description="EUR/month before deductions")
    net: Money | None = Field(default=None, description="EUR/month paid out; for benefits the amount paid")
    one_off: Money | None = Field(default=None, description="EUR, one-off payments such as a Christmas bonus")
    varies: bool | None = Field(default=None, description="The amount changes from month to month")
    weekly_hours: Exact | None = None
    payer: str | None = Field(default=None, description="Employer or office that pays")
    since: date | None = None
    until: date | None = None
    paid_in_following_month: bool | None = None
    for_person_id: str | None = Field(default=None, description="The child a Kindergeld or maintenance is meant for")
    commute_days_per_week: Exact | None = None
    commute_km: Exact | None = Field(default=None, description="Shortest one-way distance in km")
    note: str | None = None

    @property
    def amount(self) -> Money | None:
        """What arrives in EUR/month: the net amount, else the gross amount, else None."""
        return self.gross if self.net is None else self.net


class Deduction(ClaimPart):
    """Something that lowers the counted income (Anlage EK 24–36, § 11b SGB II)."""

    id: str
    person_id: str
    kind: DeductionKind
    amount: Money | None = Field(default=None, description="EUR/month")


class Asset(ClaimPart):
    """One account, cash sum, insurance or other thing of value (Anlage VM 18–25)."""

    id: str
    person_id: str
    kind: AssetKind
    value: Money | None = Field(default=None, description="EUR on the day of the application (§ 12(3))")
    valued_on: date | None = None
    iban: str | None = Field(default=None, description="As typed, for accounts")
    joint_with_outsider: bool | None = None
    for_old_age: bool | None = Field(default=None, description="Meant for old age (§ 12(1) S.2 no. 3, 4)")
    note: str | None = None


class Vehicle(ClaimPart):
    """A car or motorcycle (VM 12–13)."""

    id: str
    person_id: str
    description: str | None = None
    first_registration: date | None = None
    mileage: int | None = Field(default=None, description="km")
    value: Money | None = Field(default=None, description="EUR, own estimate")
    declared_appropriate: bool | None = Field(default=None, description="Declared as appropriate (§ 12(1) S.2 no. 2)")


class Gift(ClaimPart):
    """Something given away in the last ten years (VM 14–17, § 528 BGB)."""

    id: str
    person_id: str
    value: Money | None = None
    given_on: date | None = None
    recipient: str | None = None
    description: str | None = None


class RealEstate(ClaimPart):
    """House, flat or land (VM 5–11)."""

    id: str
    person_id: str
    address: str | None = None
    lived_in: bool | None = None
    area: Exact | None = Field(default=None, description="m²")
    value: Money | None = None
    mortgage: Money | None = Field(default=None, description="EUR still owed")


class Assets(ClaimPart):
    """All assets of the household (Anlage VM)."""

    has_assets: bool | None = Field(default=None, description="False: said there is nothing at all")
    items: tuple[Asset, ...] = ()
    vehicles: tuple[Vehicle, ...] = ()
    gifts: tuple[Gift, ...] = ()
    real_estate: tuple[RealEstate, ...] = ()
