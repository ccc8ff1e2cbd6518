"""The claim (`Claim`): everything an application says, typed and frozen. Builders make it from answers; rules read it.

Whoever builds or reads a claim imports from here. Every answer may be missing (None): an incomplete application must
still become a claim, because nothing may block sending (§ 20(3) SGB X, § 16(3) SGB I).
"""

from datetime import date, datetime

from pydantic import Field

from applications.claim.absence_request import AbsenceRequest
from applications.claim.additional_need import AdditionalNeed
from applications.claim.base import ClaimPart, Exact, Money
from applications.claim.change_notice import ChangeNotice
from applications.claim.education_and_participation import EducationNeeds
from applications.claim.general_request import GeneralRequest
from applications.claim.housing import Housing, Landlord
from applications.claim.initial_equipment import InitialEquipment
from applications.claim.maintenance import FormerPartner, OtherParent, ParentOutside
from applications.claim.means import Asset, Assets, Deduction, Gift, Income, RealEstate, Vehicle
from applications.claim.moving_assurance import MovingAssurance
from applications.claim.objection import Objection
from applications.claim.on_file import PaperOnFile
from applications.claim.person import (
    Accident,
    AdditionalNeeds,
    Background,
    Contact,
    ForeignStatus,
    HealthInsurance,
    Household,
    MutualResponsibility,
    PastJob,
    Person,
    RelativeSupport,
    Representative,
)
from applications.claim.placement_budget import PlacementBudget
from applications.claim.quick_application import QuickApplication
from applications.claim.renewal import Renewal
from applications.claim.review_request import ReviewRequest
from applications.claim.self_employment import BusinessMonth, SelfEmployment
from applications.claim.supplement import Supplement
from applications.claim.urgent_help import UrgentHelp
from applications.enums import Annex, DocumentClass, FormKind, PersonRole

__all__ = [
    "SCHEMA_VERSION",
    "Accident",
    "AdditionalNeeds",
    "AnnexUsed",
    "AskedPaper",
    "Asset",
    "Assets",
    "Background",
    "BankAccount",
    "BusinessMonth",
    "Claim",
    "Contact",
    "Deduction",
    "DocumentReference",
    "Evidence",
    "Exact",
    "ForeignStatus",
    "FormerPartner",
    "Gift",
    "HealthInsurance",
    "Household",
    "Housing",
    "Income",
    "Landlord",
    "LocalAnswer",
    "Money",
    "MutualResponsibility",
    "OtherParent",
    "PaperOnFile",
    "ParentOutside",
    "PastJob",
    "Person",
    "QuickApplication",
    "RealEstate",
    "RelativeSupport",
    "Renewal",
    "Representative",
    "SelfEmployment",
    "Supplement",
    "Urgency",
    "Vehicle",
]

# Raised when a field changes its meaning or goes away; a new optional field does not raise it.
# `stored` reads what was handed in before.
SCHEMA_VERSION = 2


class BankAccount(ClaimPart):
    """Where the money shall go (HA 17–19)."""

    holder: str | None = None
    iban: str | None = Field(default=None, description="As typed, spaces and all")
    no_account: bool | None = None
    no_account_reason: str | None = None
    holder_agreed: bool | None = Field(default=None, description="The applicant agrees to another holder's account")


class DocumentReference(ClaimPart):
    """One uploaded file: where it lies and how to recognise it."""

    id: str
    name: str = Field(description="File name as shown to the person")
    sha256: str | None = Field(default=None, description="64 hexadecimal digits")
    pages: int | None = None


class Evidence(ClaimPart):
    """What was handed in, or promised, for one kind of proof."""

    document_class: DocumentClass
    person_id: str | None = None
    item_id: str | None = Field(default=None, description="Id of the income, asset, … it proves")
    documents: tuple[DocumentReference, ...] = ()
    promised_later: bool | None = None
    note: str | None = None


class AskedPaper(ClaimPart):
    """A proof that belongs to an answer, named by the question itself, or that the jobcenter asks everybody for."""

    document_class: DocumentClass
    person_id: str | None = None
    item_id: str | None = None
    question: str = Field(default="", description="What was asked, in words; empty for what the jobcenter wants")
    title: str = Field(default="", description="What to call it where its kind says too little")
    reason: str = Field(default="", description="Why the jobcenter wants it")
    legal_basis: str = ""
    required: bool = True


class AnnexUsed(ClaimPart):
    """A part of the paper form that the answers stand for; the person it is about, None for the household."""

    annex: Annex
    person_id: str | None = None


class LocalAnswer(ClaimPart):
    """An answer to a question that only this jobcenter asks."""

    section: str
    key: str
    question: str = Field(description="What was asked, in words")
    value: str = Field(description="The answer as text: ISO date, decimal, true or false, text")
    person_id: str | None = None


class Urgency(ClaimPart):
    """Dangers that need somebody today (§ 42 SGB I, § 22(8) and § 24(1) SGB II)."""

    no_money_for_food: bool | None = None
    housing_threat: bool | None = None
    energy_threat: bool | None = None
    violence: bool | None = Field(default=None, description="Needs protection from violence; contact with care")
    other_need: bool | None = Field(default=None, description="Something else for which urgent help was asked")
    form_missing: bool | None = Field(default=None, description="Objection in no valid form, its time runs (§ 84 SGG)")


class Claim(ClaimPart):
    """What was handed in with a form, or what stands in its draft."""

    schema_version: int = SCHEMA_VERSION
    form: str = Field(description="Key of the form in the catalogue, e.g. main_application")
    kind: FormKind = Field(default=FormKind.APPLICATION, description="What the form is for")
    is_whole: bool = Field(default=True, description="The form asks about the whole household")
    counts_from_first: bool = Field(
        default=True, description="Counts from the first of its month (§ 37(2) S.2); only applications do"
    )
    submitted_at: datetime | None = Field(default=None, description="With time zone; None while it is a draft")
    application_date: date | None = Field(
        default=None,
        description="Date in Europe/Berlin that counts (§ 37): of receipt, or of the application continued",
    )
    wished_start: date | None = None
    applicant: Person
    contact: Contact = Field(default_factory=Contact)
    representative: Representative | None = None
    household: Household = Field(default_factory=Household)
    incomes: tuple[Income, ...] = ()
    deductions: tuple[Deduction, ...] = ()
    self_employment: tuple[SelfEmployment, ...] = ()
    assets: Assets = Field(default_factory=Assets)
    housing: Housing = Field(default_factory=Housing)
    bank: BankAccount = Field(default_factory=BankAccount)
    annexes: tuple[AnnexUsed, ...] = Field(default=(), description="What the paper form would consist of")
    papers: tuple[AskedPaper, ...] = Field(default=(), description="Proofs that the questions of the form name")
    evidence: tuple[Evidence, ...] = ()
    on_file: tuple[PaperOnFile, ...] = Field(
        default=(),
        description="Papers that were handed in before, whether they still count or not (§ 65(1) no. 3 SGB I)",
    )
    renewal: Renewal | None = Field(
        default=None, description="Only where benefits go on: what changed, what is so still"
    )
    local_answers: tuple[LocalAnswer, ...] = ()
    urgency: Urgency = Field(default_factory=Urgency)
    urgent_help: UrgentHelp | None = None
    education_needs: tuple[EducationNeeds, ...] = ()
    initial_equipment: InitialEquipment | None = None
    additional_need: AdditionalNeed | None = None
    moving_assurance: MovingAssurance | None = None
    placement_budget: PlacementBudget | None = None
    supplement: Supplement | None = Field(default=None, description="What is sent after an application")
    quick: QuickApplication | None = None
    remarks: str | None = None
    change: ChangeNotice | None = None
    absence: AbsenceRequest | None = None
    request: GeneralRequest | None = None
    review: ReviewRequest | None = None
    objection: Objection | None = None

    @property
    def asks_for_benefits(self) -> bool:
        """Whether this is an application."""
        return self.kind is FormKind.APPLICATION

    @property
    def persons(self) -> tuple[Person, ...]:
        """Applicant first, then everyone else in the dwelling."""
        return (self.applicant, *self.household.members)

    def person(self, person_id: str) -> Person | None:
        """The person with this id, or None (an income may point to somebody who was removed)."""
        return next((person for person in self.persons if person.id == person_id), None)

    def persons_as(self, *roles: PersonRole) -> tuple[Person, ...]:
        """Everyone with one of these roles, in the order of the form."""
        return tuple(person for person in self.persons if person.role in roles)

    def incomes_of(self, person_id: str) -> tuple[Income, ...]:
        """All incomes of one person."""
        return tuple(income for income in self.incomes if income.person_id == person_id)
