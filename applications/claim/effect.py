"""From when an application asks for benefits (§ 37(2), § 41(3) SGB II)."""

from datetime import date, timedelta

from applications.claim.model import Claim
from portal.law.dates import effective_from

ONE_DAY = timedelta(days=1)


def counts_from(claim: Claim, received_on: date) -> date:
    """The first of the month of receipt; of a renewal that comes in time the day after the period that runs."""
    granted_until = claim.renewal.granted_until if claim.renewal else None
    return starts_after(granted_until, effective_from(received_on))


def starts_after(granted_until: date | None, otherwise: date) -> date:
    """The day after the last one that is granted, where it is later than the other day."""
    return otherwise if granted_until is None else max(otherwise, granted_until + ONE_DAY)
