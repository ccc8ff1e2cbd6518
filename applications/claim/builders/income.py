"""Section "Arbeit und Einkommen" -> incomes and deductions."""

from collections.abc import Iterator

from applications.claim.answers import Answers, Part
from applications.claim.builders.copying import copied
from applications.claim.model import Deduction, Income
from applications.enums import DeductionKind


def build_incomes(answers: Answers) -> tuple[Income, ...]:
    """Every income whose kind is known: without the kind nothing else was asked."""
    return tuple(_income(own) for own in answers.work.incomes if own.kind is not None)


def build_deductions(answers: Answers) -> tuple[Deduction, ...]:
    """One deduction per amount; its id is made of person and kind, so it stays the same."""
    return tuple(deduction for person in answers.work.people for deduction in _deductions(person))


def _income(own: Part) -> Income:
    """Pay and benefits have pages of their own; the claim keeps both in one shape."""
    return copied(
        Income,
        own,
        id=own.id,
        person_id=own.owner,
        net=own.net if own.amount is None else own.amount,
        payer=own.payer or own.office,
        since=own.since or own.paid_since,
        until=own.until or own.paid_until,
        for_person_id=own.for_person,
    )


def _deductions(person: Part) -> Iterator[Deduction]:
    """What one person pays. A question has the name of the kind of deduction it asks for."""
    for kind in DeductionKind:
        amount = getattr(person, kind) if person.asks(kind) else None
        if amount:
            yield Deduction(id=f"{person.id}-{kind}", person_id=person.id, kind=kind, amount=amount)
