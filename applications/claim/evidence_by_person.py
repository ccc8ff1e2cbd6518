"""Proofs that follow from the situation of one person (domain 2.3: T03–T05, T11–T16, T19, T21–T27)."""

from collections.abc import Callable, Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _
from msgspec import Struct

from applications.claim.evidence_item import EvidenceItem, Words, needed
from applications.claim.household import age_of, is_employable_age
from applications.claim.model import Person
from applications.enums import DocumentClass as Doc
from applications.enums import EducationStatus, HealthInsuranceKind, MaintenanceAdvance, MaritalStatus, PersonRole
from portal.law.dates import add_months
from portal.law.parameter import whole

# Member states of the EU, the EEA and Switzerland (ISO 3166-1): freedom of movement, FreizügG/EU § 1, § 12.
FREE_MOVEMENT = frozenset(
    "AT BE BG CH CY CZ DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split()  # noqa: SIM905 -- a list of codes reads best as one line
)
GERMAN = "DE"
_LEARNING = {EducationStatus.SCHOOL, EducationStatus.VOCATIONAL_TRAINING, EducationStatus.UNIVERSITY}
_APART = {MaritalStatus.SEPARATED, MaritalStatus.DIVORCED, MaritalStatus.PARTNERSHIP_DISSOLVED}


class _Circumstance(Struct, frozen=True):
    """One circumstance of a person that needs a proof."""

    holds: Callable[[Person], bool | None]
    document_class: Doc
    reason: Words
    legal_basis: str
    doubtful: bool = False


_BY_ONESELF = frozenset({HealthInsuranceKind.VOLUNTARY, HealthInsuranceKind.PRIVATE})


def _may_have_title(person: Person) -> bool:
    """Living apart, and neither said whether there is a title nor in danger by the question."""
    asked = person.marital_status in _APART and not person.maintenance_unsafe
    return asked and person.former_partner.former_title is None and not _has_title(person)


def _has_title(person: Person) -> bool:
    """Said to have a judgment or agreement about maintenance, of whatever kind."""
    titles = (person.former_partner.former_title, person.other_parent.care_title, person.parent_elsewhere.child_title)
    return any(titles) and not person.maintenance_unsafe


_CIRCUMSTANCES = (
    _Circumstance(
        lambda person: bool(person.nationality) and _needs_residence_title(person),
        Doc.RESIDENCE_PERMIT,
        _("Wir brauchen Ihren Aufenthaltstitel."),
        "§ 7 Abs. 1 SGB II",
    ),
    _Circumstance(
        lambda person: person.nationality in FREE_MOVEMENT,
        Doc.EU_REGISTRATION,
        _("Sie haben die Staatsangehörigkeit eines Landes der EU, des EWR oder der Schweiz."),
        "§ 7 Abs. 1 SGB II",
    ),
    _Circumstance(
        lambda person: person.foreign.asylum_benefits,
        Doc.ASYLUM_BENEFIT_NOTICE,
        _("Sie bekommen oder bekamen Leistungen für Asylsuchende."),
        "§ 7 Abs. 1 Satz 2 Nr. 3 SGB II",
    ),
    _Circumstance(
        lambda person: person.marital_status == MaritalStatus.SEPARATED and not person.maintenance_unsafe,
        Doc.SEPARATION_STATEMENT,
        _("Sie leben getrennt. Ein eigener kurzer Text reicht."),
        "§ 7 Abs. 3 SGB II",
    ),
    _Circumstance(
        _has_title,
        Doc.MAINTENANCE_TITLE,
        _("Es gibt ein Urteil oder eine Vereinbarung über Unterhalt."),
        "§ 33 SGB II",
    ),
    _Circumstance(
        lambda person: person.maintenance_paid_title,
        Doc.MAINTENANCE_TITLE,
        _("Sie zahlen Unterhalt. Mit dem Urteil oder der Urkunde können wir ihn abziehen."),
        "§ 11b Abs. 1 Satz 1 Nr. 7 SGB II",
    ),
    _Circumstance(
        lambda person: person.other_parent.paternity_known,
        Doc.PATERNITY_PROOF,
        _("Die Vaterschaft ist anerkannt oder festgestellt."),
        "§ 33 SGB II",
    ),
    _Circumstance(
        lambda person: person.parent_elsewhere.advance == MaintenanceAdvance.PAID and not person.maintenance_unsafe,
        Doc.UVG_NOTICE,
        _("Sie haben Unterhaltsvorschuss angegeben."),
        "§ 11 SGB II, § 60 SGB I",
    ),
    _Circumstance(
        lambda person: person.health_insurance.kind in _BY_ONESELF,
        Doc.CONTRIBUTION_NOTICE,
        _("Sie sind freiwillig oder privat versichert. Dafür können wir einen Zuschuss zahlen."),
        "§ 26 SGB II",
    ),
    _Circumstance(
        _may_have_title,
        Doc.MAINTENANCE_TITLE,
        _("Falls es ein Urteil oder eine Vereinbarung über Unterhalt gibt."),
        "§ 33 SGB II",
        doubtful=True,
    ),
    _Circumstance(
        lambda person: person.needs.pregnant,
        Doc.PREGNANCY_PROOF,
        _("Sie sind schwanger. Es reicht die Seite mit dem erwarteten Termin."),
        "§ 21 Abs. 2 SGB II",
    ),
    _Circumstance(
        lambda person: person.needs.costly_diet,
        Doc.MEDICAL_DIET_CERT,
        _("Sie brauchen aus gesundheitlichen Gründen eine teurere Ernährung."),
        "§ 21 Abs. 5 SGB II",
    ),
    _Circumstance(
        lambda person: person.needs.participation_benefits,
        Doc.PARTICIPATION_NOTICE,
        _("Sie bekommen Leistungen zur Teilhabe."),
        "§ 21 Abs. 4 SGB II",
    ),
    _Circumstance(
        lambda person: person.needs.disability_card,
        Doc.DISABILITY_CARD,
        _("Sie haben einen Schwerbehindertenausweis."),
        "§ 23 Nr. 4 SGB II",
    ),
    _Circumstance(
        lambda person: person.needs.special_need,
        Doc.SPECIAL_NEED_PROOF,
        _("Sie haben einen besonderen Bedarf angegeben."),
        "§ 21 Abs. 6 SGB II",
    ),
    _Circumstance(
        lambda person: person.needs.school_books,
        Doc.SCHOOL_BOOK_LIST,
        _("Sie haben Kosten für Schulbücher angegeben."),
        "§ 21 Abs. 6a SGB II",
    ),
    _Circumstance(
        lambda person: (
            person.background.claims_against_others or any(job.wages_owed for job in person.background.past_jobs)
        ),
        Doc.CLAIM_PROOF,
        _("Jemand schuldet Ihnen Geld oder Lohn."),
        "§ 33 SGB II",
    ),
    _Circumstance(
        lambda person: person.background.accident,
        Doc.ACCIDENT_REPORT,
        _("Sie haben einen Unfall oder Schaden durch andere angegeben."),
        "§ 33 SGB II, § 116 SGB X",
    ),
    _Circumstance(
        lambda person: person.background.in_institution,
        Doc.INSTITUTION_CERT,
        _("Sie sind in einer Einrichtung."),
        "§ 7 Abs. 4 SGB II",
    ),
)


def person_items(person: Person, on: date | None) -> Iterator[EvidenceItem]:
    """Proofs for one member of the presumed Bedarfsgemeinschaft. Without a date ages are not looked at."""
    yield from _identity(person, on)
    for circumstance in _CIRCUMSTANCES:
        if circumstance.holds(person):
            yield needed(
                circumstance.document_class,
                circumstance.reason,
                circumstance.legal_basis,
                person.id,
                doubtful=circumstance.doubtful,
            )
    yield from _work_ended(person, on)


def _work_ended(person: Person, on: date | None) -> Iterator[EvidenceItem]:
    """T24, T25: the end of a job, the contract where wages are owed, notices of benefits instead of pay."""
    for kind in person.background.replacement_kinds or ():
        reason = _("Sie haben diese Leistung früher bekommen. Falls Sie den letzten Bescheid noch haben.")
        yield needed(Doc.BENEFIT_NOTICE, reason, "§ 12a SGB II", person.id, kind, doubtful=True)
    if any(job.wages_owed for job in person.background.past_jobs):
        reason = _("Ein früherer Arbeitgeber schuldet noch Lohn.")
        yield needed(Doc.EMPLOYMENT_CONTRACT, reason, "§ 33 SGB II", person.id, doubtful=True)
    if on is not None and _job_ended_recently(person, on):
        reason = _("Ihre Arbeit hat vor Kurzem geendet.")
        yield needed(Doc.TERMINATION_LETTER, reason, "§ 60 SGB I", person.id)


def _identity(person: Person, on: date | None) -> Iterator[EvidenceItem]:
    """Who somebody is: identity card and health insurance of adults, birth certificate or school proof of children."""
    if person.role == PersonRole.CHILD:
        age = None if on is None else age_of(person, on)
        if on is None or age is None:
            return
        if not is_employable_age(person, on):
            yield needed(Doc.BIRTH_CERT, _("Ein Kind lebt bei Ihnen."), "§ 7 Abs. 3 SGB II", person.id)
            return
    if person.role in {PersonRole.APPLICANT, PersonRole.PARTNER}:
        reason = _("Wir müssen wissen, wer Sie sind.")
        yield needed(Doc.ID_DOC, reason, "§ 60 SGB I", person.id)
    yield needed(
        Doc.HEALTH_INSURANCE_PROOF,
        _("Wir melden Sie bei Ihrer Krankenkasse an."),
        "§ 5 Abs. 1 Nr. 2a SGB V, § 26 SGB II",
        person.id,
    )
    if person.education in _LEARNING:
        reason = _("Diese Person geht zur Schule, macht eine Ausbildung oder studiert.")
        yield needed(Doc.SCHOOL_CERT, reason, "§ 7 Abs. 5 SGB II", person.id)


def _needs_residence_title(person: Person) -> bool:
    """Nationality outside Germany and the countries of free movement, chosen from the list (two letters)."""
    country = person.nationality or ""
    return country.isalpha() and country.isupper() and country not in FREE_MOVEMENT | {GERMAN}


def _job_ended_recently(person: Person, on: date) -> bool:
    """Whether a job of the last years ended within the time in which the office asks for the end of it."""
    earliest = add_months(on, -whole("plausibility.evidence.job_ended_recently_months", on))
    return any(job.until is not None and earliest <= job.until <= on for job in person.background.past_jobs)
