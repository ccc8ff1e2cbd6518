"""Section "Arbeit und Einkommen" -> incomes and deductions."""

from collections.abc import Iterator

from applications.claim.answers import Answers, Part
from applications.claim.model import Deduction, Income
from applications.enums import DeductionKind

_DEDUCTIONS = {
    "car_liability": DeductionKind.CAR_LIABILITY,
    "riester": DeductionKind.RIESTER,
    "private_insurance": DeductionKind.PRIVATE_INSURANCE,
    "maintenance_paid": DeductionKind.MAINTENANCE_PAID,
    "work_costs": DeductionKind.WORK_COSTS,
}


def build_incomes(answers: Answers) -> tuple[Income, ...]:
    """Every income whose kind is known: without the kind nothing else was asked."""
    return tuple(_income(own) for own in answers.work.incomes if own.kind is not None)


def build_deductions(answers: Answers) -> tuple[Deduction, ...]:
    """One deduction per amount; its id is made of person and kind, so it stays the same."""
    return tuple(deduction for person in answers.work.people for deduction in _deductions(person))


def _income(own: Part) -> Income:
    """Pay and benefits have pages of their own; the claim keeps both in one shape."""
    return Income(
        id=own.id,
        person_id=own.owner,
        kind=own.kind,
        gross=own.gross,
        net=own.net if own.amount is None else own.amount,
        one_off=own.one_off,
        varies=own.varies,
        weekly_hours=own.weekly_hours,
        payer=own.payer or own.office,
        since=own.since or own.paid_since,
        until=own.until or own.paid_until,
        paid_in_following_month=own.paid_in_following_month,
        for_person_id=own.for_person,
        commute_days_per_week=own.commute_days_per_week,
        commute_km=own.commute_km,
        note=own.note,
    )


def _deductions(person: Part) -> Iterator[Deduction]:
    """What one person pays."""
    for key, kind in _DEDUCTIONS.items():
        amount = getattr(person, key)
        if amount:
            yield Deduction(id=f"{person.id}-{kind}", person_id=person.id, kind=kind, amount=amount)
