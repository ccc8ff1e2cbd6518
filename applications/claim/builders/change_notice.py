"""The claim of a change notice: persons, dwelling and account as in an application, the rest as it was told."""

from collections.abc import Mapping
from typing import Any, TypeVar

from applications.claim.answers import Answers, Part
from applications.claim.base import ClaimPart
from applications.claim.builders.about_you import build_about_you
from applications.claim.builders.bank import build_bank
from applications.claim.builders.copying import copied
from applications.claim.builders.household import build_listed
from applications.claim.builders.housing import build_housing
from applications.claim.change_notice import (
    ChangedBenefit,
    ChangedEducation,
    ChangedIncome,
    ChangedInsurance,
    ChangeNotice,
    EndedJob,
    MovedIn,
    MovedOut,
    NewJob,
    ToldAbsence,
    ToldBirth,
    ToldIllness,
    ToldPregnancy,
)
from applications.claim.model import Claim

Made = TypeVar("Made", bound=ClaimPart)


def build(answers: Answers, head: Mapping[str, Any]) -> Claim:
    """What was told, and nothing that was not asked."""
    parts = build_about_you(answers) | {"housing": build_housing(answers)}
    return copied(
        Claim,
        answers.closing,
        **head,
        **parts,
        household=build_listed(answers),
        bank=build_bank(answers),
        change=build_change(answers.change),
    )


def build_change(change: Part) -> ChangeNotice:
    """Section "change" -> ChangeNotice. A change that was not told has no part."""
    left = copied(MovedOut, change, prefix="left_", person_ids=change.left or ())
    return copied(
        ChangeNotice,
        change,
        job_start=_told(NewJob, change, "job_start_"),
        job_end=_told(EndedJob, change, "job_end_"),
        income=_told(ChangedIncome, change, "income_"),
        benefit=_told(ChangedBenefit, change, "benefit_"),
        joined=_told(MovedIn, change, "joined_"),
        left=left if left != MovedOut() else None,
        pregnancy=_told(ToldPregnancy, change, "pregnancy_"),
        birth=_told(ToldBirth, change, "birth_"),
        education=_told(ChangedEducation, change, "education_"),
        insurance=_told(ChangedInsurance, change, "insurance_"),
        illness=_told(ToldIllness, change, "illness_"),
        absence=_told(ToldAbsence, change, "away_"),
    )


def _told(model: type[Made], change: Part, prefix: str) -> Made | None:
    """The part, or None when all of it is empty."""
    made = copied(model, change, prefix=prefix)
    return made if made != model() else None
