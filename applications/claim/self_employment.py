"""The business of a self-employed person, estimated for six months (Anlage EKS, § 3 GrusiGV). Amounts in EUR/month."""

from datetime import date
from decimal import Decimal

from pydantic import Field

from applications.claim.base import ClaimPart, Exact, Money
from applications.enums import CarUse


class BusinessMonth(ClaimPart):
    """What comes in and goes out in one month beside the costs that are alike every month."""

    id: str
    month: date | None = Field(default=None, description="First day of the month")
    sales: Money | None = None
    vat_received: Money | None = None
    own_use: Money | None = None
    other_receipts: Money | None = None
    goods: Money | None = None
    travel: Money | None = None
    office: Money | None = None
    vat_paid: Money | None = None
    other_spending: Money | None = None

    @property
    def receipts(self) -> Money:
        """Everything that comes in."""
        return _sum(self.sales, self.vat_received, self.own_use, self.other_receipts)

    @property
    def spending(self) -> Money:
        """What goes out beside the fixed costs."""
        return _sum(self.goods, self.travel, self.office, self.vat_paid, self.other_spending)


class SelfEmployment(ClaimPart):
    """One person's business; the statement is provisional (§ 41a SGB II)."""

    person_id: str
    activity: str | None = None
    business_since: date | None = None
    small_business: bool | None = Field(default=None, description="Small business without VAT, § 19 UStG")
    premises: Money | None = None
    staff: Money | None = None
    business_insurance: Money | None = None
    phone: Money | None = None
    advice: Money | None = Field(default=None, description="Tax adviser, book-keeping")
    interest: Money | None = Field(default=None, description="Interest on loans, without repayment")
    car_use: CarUse | None = None
    car_costs: Money | None = Field(default=None, description="Costs of a business car")
    private_km: Exact | None = Field(default=None, description="Private km/month with the business car")
    business_km: Exact | None = Field(default=None, description="Business km/month with the private car")
    months: tuple[BusinessMonth, ...] = ()

    @property
    def fixed_costs(self) -> Money:
        """What goes out every month, kilometres not counted: their rate is law, not an answer."""
        return _sum(
            self.premises,
            self.staff,
            self.business_insurance,
            self.phone,
            self.advice,
            self.interest,
            self.car_costs if self.car_use == CarUse.BUSINESS else None,
        )

    def profit(self, month: BusinessMonth) -> Money:
        """Receipts less spending of one month, negative for a loss."""
        return month.receipts - month.spending - self.fixed_costs


def _sum(*amounts: Money | None) -> Money:
    """What is not stated counts as nothing."""
    return sum((amount for amount in amounts if amount is not None), Decimal(0))
