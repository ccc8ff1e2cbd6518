"""Questions about the answers before they are sent: "Stimmt das so?". Nothing here ever stops anybody from sending."""

from datetime import date

from applications.claim.model import Claim
from applications.domain.checks import local_parameters, span_of
from applications.models import GrantPeriod
from applications.plausibility.base import MISSING_PAPER, Context
from applications.plausibility.registry import run
from portal.accounts.models import Jobcenter
from portal.accounts.selectors import jobcenters_for_postcode


def responsible_jobcenter(claim: Claim) -> Jobcenter | None:
    """The one jobcenter the postcode belongs to; None when it is unknown, not given or belongs to several (JUR-01)."""
    found = jobcenters_for_postcode(claim.housing.postcode) if claim.housing.postcode else []
    return found[0] if len(found) == 1 else None


def questions_before_sending(claim: Claim, *, on: date, period: GrantPeriod | None = None) -> tuple[str, ...]:
    """What the rules would like to ask, each sentence once. ``period``: granted so far, if the reader may know it."""
    postcode = claim.housing.postcode
    offices = jobcenters_for_postcode(postcode) if postcode else []
    context = Context(
        today=on,
        local=local_parameters(offices[0] if len(offices) == 1 else None),
        responsible_offices=tuple(jobcenter.name for jobcenter in offices),
        grant_period=span_of(period),
        before_sending=True,
    )
    asked = (
        str(finding.claimant)
        for finding in run(claim, context)
        if finding.claimant is not None and finding.rule_id != MISSING_PAPER
    )
    return tuple(dict.fromkeys(asked))
