"""The claim of the main application."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from applications.claim.answers import Answers
from applications.claim.builders.assets import build_assets
from applications.claim.builders.bank import build_bank
from applications.claim.builders.evidence import build_evidence
from applications.claim.builders.household import build_applicant, build_contact, build_household, build_representative
from applications.claim.builders.housing import build_housing
from applications.claim.builders.income import build_deductions, build_incomes
from applications.claim.builders.urgency import build_urgency
from applications.claim.model import Claim, DocumentReference
from applications.enums import WishedStart

BERLIN = ZoneInfo("Europe/Berlin")


def build(
    answers: Answers,
    *,
    form_key: str,
    received_at: datetime | None,
    on: date | None,
    proofs: Iterable[Mapping[str, Any]],
    documents: Mapping[str, DocumentReference],
) -> Claim:
    """The whole claim. See `build_claim` for the parameters."""
    you = answers.you
    return Claim(
        form=form_key,
        submitted_at=received_at,
        application_date=received_at.astimezone(BERLIN).date() if received_at else on,
        wished_start=you.wished_start if you.wished == WishedStart.LATER else None,
        applicant=build_applicant(answers),
        contact=build_contact(answers),
        representative=build_representative(answers),
        household=build_household(answers),
        incomes=build_incomes(answers),
        deductions=build_deductions(answers),
        assets=build_assets(answers),
        housing=build_housing(answers),
        bank=build_bank(answers),
        evidence=build_evidence(proofs, documents),
        urgency=build_urgency(answers),
        remarks=answers.closing.remarks,
    )
