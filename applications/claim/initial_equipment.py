"""First equipment and therapeutic things (§ 24(3) SGB II). Prices in EUR."""

from datetime import date

from pydantic import Field

from applications.claim.base import ClaimPart, Money
from applications.enums import EquipmentKind, EquipmentReason


class NeededThing(ClaimPart):
    """One line of the list of things needed."""

    id: str
    thing: str | None = None
    quantity: int | None = None
    price: Money | None = Field(default=None, description="For one piece, as far as known")
    for_whom: str | None = Field(default=None, description="Own words, e.g. the child's name or size")


class InitialEquipment(ClaimPart):
    """What is asked for, why, and the list of things."""

    kinds: tuple[EquipmentKind, ...] | None = None
    reasons: tuple[EquipmentReason, ...] | None = None
    reason_since: date | None = Field(default=None, description="Day of the move, separation, fire, release")
    reason_note: str | None = Field(default=None, description="Own words")
    first_rent_from: date | None = Field(default=None, description="First day of the lease of the dwelling")
    young_assurance: bool | None = Field(default=None, description="Under 25: office agreed to the move (§ 24(6))")
    expected_birth: date | None = Field(default=None, description="Expected date of birth")
    mother_name: str | None = Field(default=None, description="Who is pregnant, where that is not the applicant")
    device_note: str | None = Field(default=None, description="Shoes or devices: which and what is to be done")
    things: tuple[NeededThing, ...] = ()
    bought_already: bool | None = Field(default=None, description="Something was bought before asking")
    bought_note: str | None = None
