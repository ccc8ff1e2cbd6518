"""Section "Selbstständigkeit" -> SelfEmployment."""

import re
from datetime import date

from applications.claim.answers import Answers, Part
from applications.claim.builders.copying import copied
from applications.claim.self_employment import BusinessMonth, SelfEmployment

_MONTH = re.compile(r"-(\d{4})-(\d{2})$")  # how ids of months end: `applicant-2026-11`


def build_self_employment(answers: Answers) -> tuple[SelfEmployment, ...]:
    """One for everybody who was asked about a business, with the months that were answered."""
    months = [_month(own) for own in answers.self_employment.months]
    owners = [own.owner for own in answers.self_employment.months]
    return tuple(
        copied(
            SelfEmployment,
            own,
            person_id=own.id,
            months=tuple(month for month, owner in zip(months, owners, strict=True) if owner == own.id),
        )
        for own in answers.self_employment.people
    )


def _month(own: Part) -> BusinessMonth:
    return copied(BusinessMonth, own, id=own.id, month=_first_day(own.id))


def _first_day(item_id: str) -> date | None:
    found = _MONTH.search(item_id)
    return date(int(found[1]), int(found[2]), 1) if found else None
