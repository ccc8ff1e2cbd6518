"""The claim of the main application."""

from collections.abc import Mapping
from typing import Any

from applications.claim.answers import Answers
from applications.claim.builders.assets import build_assets
from applications.claim.builders.bank import build_bank
from applications.claim.builders.copying import copied
from applications.claim.builders.household import build_applicant, build_contact, build_household, build_representative
from applications.claim.builders.housing import build_housing
from applications.claim.builders.income import build_deductions, build_incomes
from applications.claim.builders.self_employment import build_self_employment
from applications.claim.builders.urgency import build_urgency
from applications.claim.model import Claim
from applications.enums import WishedStart


def build(answers: Answers, head: Mapping[str, Any]) -> Claim:
    """The whole claim. `head` holds what all forms have: key, kind, dates, papers."""
    you = answers.you
    return copied(
        Claim,
        answers.closing,
        **head,
        wished_start=you.wished_start if you.wished == WishedStart.LATER else None,
        applicant=build_applicant(answers),
        contact=build_contact(answers),
        representative=build_representative(answers),
        household=build_household(answers),
        incomes=build_incomes(answers),
        deductions=build_deductions(answers),
        self_employment=build_self_employment(answers),
        assets=build_assets(answers),
        housing=build_housing(answers),
        bank=build_bank(answers),
        urgency=build_urgency(answers),
    )
