"""Sections asked for every person -> foreign status, additional needs, health insurance, the last years, benefits."""

from decimal import Decimal

from applications.claim.answers import Answers, Part
from applications.claim.model import AdditionalNeeds, Background, ForeignStatus, HealthInsurance, PastJob
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


def build_foreign_status(own: Part) -> ForeignStatus:
    """Right of residence; all None for Germans, who are not asked."""
    return ForeignStatus(
        residence_title=own.residence_title,
        residence_title_until=own.residence_title_until,
        entry_date=own.entry_date,
        central_register_number=own.central_register_number,
        asylum_benefits=own.asylum_benefits,
        asylum_benefits_until=own.asylum_benefits_until,
        declaration_of_commitment=own.declaration_of_commitment,
    )


def build_needs(own: Part) -> AdditionalNeeds:
    """Circumstances that can mean more money; None while the question was not seen."""
    situations = own.situations
    if situations is None:
        return AdditionalNeeds()
    return AdditionalNeeds(
        pregnant=Situation.PREGNANT in situations,
        expected_birth=own.expected_birth,
        costly_diet=Situation.DIET in situations,
        disability=Situation.DISABILITY in situations,
        participation_benefits=own.participation_benefits,
        disability_card=own.disability_card,
        mark_g=own.mark_g,
        special_need=Situation.SPECIAL in situations,
        special_need_note=own.special_need_note,
        special_need_amount=own.special_need_amount,
        school_books=Situation.SCHOOL_BOOKS in situations,
    )


def build_health_insurance(own: Part) -> HealthInsurance:
    """Health insurance of one person."""
    return HealthInsurance(
        kind=own.kind, fund=own.fund, number=own.number, monthly_contribution=own.monthly_contribution
    )


def build_background(answers: Answers, person_id: str) -> Background:
    """The last years of one person."""
    own = answers.past.item("people", person_id)
    jobs = answers.past.jobs if own.had_jobs else ()
    return Background(
        previous_benefit=own.previous_benefit,
        previous_benefit_office=own.previous_benefit_office,
        previous_benefit_until=own.previous_benefit_until,
        past_jobs=tuple(_job(job) for job in jobs if job.owner == person_id),
        wage_replacement=own.wage_replacement,
        service=own.service,
        cares_for_relative=own.cares_for_relative,
        lived_on=own.lived_on,
        claims_against_others=own.claims_against_others,
        claims_note=own.claims_note,
        accident=own.accident,
        accident_note=own.accident_note,
        in_institution=own.in_institution,
        institution_since=own.institution_since,
        institution_until=own.institution_until,
        institution_kind=own.institution_kind,
    )


def benefits_received(answers: Answers, person_id: str) -> tuple[IncomeKind, ...]:
    """Benefits among the incomes of one person, each once."""
    kinds = (income.kind for income in answers.work.incomes if income.owner == person_id)
    return tuple(dict.fromkeys(kind for kind in kinds if kind is not None and kind not in _NO_BENEFIT))


def benefits_applied_for(answers: Answers, person_id: str) -> tuple[IncomeKind, ...]:
    """Benefits one person waits for."""
    applied: tuple[IncomeKind, ...] | None = answers.benefits.item("people", person_id).applied_for
    return applied or ()


def years_without_pension(answers: Answers, person_id: str) -> Decimal | None:
    """Years of self-employment without pension contributions."""
    years: Decimal | None = answers.past.item("people", person_id).years_without_pension
    return years


def _job(own: Part) -> PastJob:
    return PastJob(id=own.id, employer=own.employer, since=own.since, until=own.until, wages_owed=own.wages_owed)
