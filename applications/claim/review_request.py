"""Which decision shall be looked at again (§ 44 SGB X)."""

from datetime import date

from applications.claim.base import ClaimPart


class ReviewRequest(ClaimPart):
    """The decision as far as it is known, and what is wrong with it, in own words."""

    decision_on: date | None = None
    decision_about: str | None = None
    period_from: date | None = None
    period_until: date | None = None
    file_reference: str | None = None
    wrong: str | None = None
