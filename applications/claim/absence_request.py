"""A trip for which consent is asked (§ 7b SGB II)."""

from datetime import date

from applications.claim.base import ClaimPart


class AbsenceRequest(ClaimPart):
    """When, perhaps why, and how to reach the person there."""

    leaves_on: date | None = None
    returns_on: date | None = None
    reason: str | None = None
    place: str | None = None
    phone_away: str | None = None
