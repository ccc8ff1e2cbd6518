"""What only a renewal says: what has changed, what was confirmed, and which grant period it follows (WBA 23–24)."""

from datetime import date

from pydantic import Field

from applications.claim.base import ClaimPart
from applications.enums import HouseholdPart


class Renewal(ClaimPart):
    """Benefits that shall go on. Answers of parts that are neither changed nor confirmed are not in the claim."""

    changed: tuple[HouseholdPart, ...] | None = Field(default=None, description="None: not answered; empty: nothing")
    foreseeable: str | None = Field(default=None, description="What will change soon, in own words")
    confirmed: tuple[HouseholdPart, ...] | None = Field(
        default=None, description="Told before, and said to be so still; the answers in the claim are the earlier ones"
    )
    granted_from: date | None = Field(default=None, description="First day of the period that runs, if it was known")
    granted_until: date | None = Field(default=None, description="Last day of the period that runs, if it was known")
