"""Sections asked for every person -> additional needs, the last years, benefits."""

from applications.claim.answers import Answers, Part
from applications.claim.builders.copying import copied, copied_items
from applications.claim.model import Accident, AdditionalNeeds, Background, PastJob
from applications.enums import IncomeKind, Situation

# Incomes that no office pays: not "benefits received".
_NO_BENEFIT = frozenset(
    {
        IncomeKind.EMPLOYMENT,
        IncomeKind.MINIJOB,
        IncomeKind.SELF_EMPLOYMENT,
        IncomeKind.VOLUNTARY_WORK,
        IncomeKind.MAINTENANCE,
        IncomeKind.INTEREST,
        IncomeKind.RENTAL,
        IncomeKind.OTHER,
    }
)


def build_needs(own: Part) -> AdditionalNeeds:
    """Circumstances that can mean more money; None while the question was not seen."""
    situations = own.situations
    if situations is None:
        return AdditionalNeeds()
    return copied(
        AdditionalNeeds,
        own,
        pregnant=Situation.PREGNANT in situations,
        costly_diet=Situation.DIET in situations,
        disability=Situation.DISABILITY in situations,
        special_need=Situation.SPECIAL in situations,
        school_books=Situation.SCHOOL_BOOKS in situations,
    )


def build_background(answers: Answers, person_id: str) -> Background:
    """The last years of one person."""
    own = answers.past.item("people", person_id)
    jobs = answers.past.jobs if own.had_jobs else ()
    return copied(
        Background,
        own,
        past_jobs=copied_items(PastJob, (job for job in jobs if job.owner == person_id)),
        accident_details=copied(Accident, own),
    )


def benefits_received(answers: Answers, person_id: str) -> tuple[IncomeKind, ...]:
    """Benefits among the incomes of one person, each once."""
    kinds = (income.kind for income in answers.work.incomes if income.owner == person_id)
    return tuple(dict.fromkeys(kind for kind in kinds if kind is not None and kind not in _NO_BENEFIT))


def benefits_applied_for(answers: Answers, person_id: str) -> tuple[IncomeKind, ...]:
    """Benefits one person waits for."""
    applied: tuple[IncomeKind, ...] | None = answers.benefits.item("people", person_id).applied_for
    return applied or ()
