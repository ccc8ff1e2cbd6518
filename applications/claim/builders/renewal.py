"""The claim of a renewal: the household as it was told before and confirmed, or as it is told now."""

from collections.abc import Mapping
from typing import Any

from applications.claim.answers import Answers
from applications.claim.builders.assets import build_assets
from applications.claim.builders.bank import build_bank
from applications.claim.builders.copying import copied
from applications.claim.builders.household import build_applicant, build_contact, build_household, build_representative
from applications.claim.builders.housing import build_housing
from applications.claim.builders.income import build_deductions, build_incomes
from applications.claim.model import Claim, Renewal


def build(answers: Answers, head: Mapping[str, Any]) -> Claim:
    """The whole claim. `head` holds what all forms have: key, kind, dates, papers."""
    granted_from, granted_until = answers.granted or (None, None)
    return copied(
        Claim,
        answers.changes,
        **head,
        renewal=copied(
            Renewal, answers.changes, answers.confirm, granted_from=granted_from, granted_until=granted_until
        ),
        applicant=build_applicant(answers),
        contact=build_contact(answers),
        representative=build_representative(answers),
        household=build_household(answers),
        incomes=build_incomes(answers),
        deductions=build_deductions(answers),
        assets=build_assets(answers),
        housing=build_housing(answers),
        bank=build_bank(answers),
    )
