"""The people of a claim: who they are, their situation, their last years and who acts for them (HA 1–80, WEP, KI)."""

from datetime import date

from pydantic import Field

from applications.claim.base import ClaimPart, Exact, Money
from applications.claim.maintenance import FormerPartner, OtherParent, ParentOutside
from applications.enums import (
    ChildBenefitRecipient,
    DietCertificate,
    EducationStatus,
    HealthInsuranceKind,
    IncomeKind,
    MaritalStatus,
    PersonRole,
    Relation,
    RepresentationKind,
    Residence,
    Rhythm,
    Sex,
)


class HealthInsurance(ClaimPart):
    """Health insurance of one person (HA 76–78, Anlage SV)."""

    kind: HealthInsuranceKind | None = None
    fund: str | None = Field(default=None, description="Name of the health fund or insurer")
    number: str | None = Field(default=None, description="Insurance number as typed")
    monthly_contribution: Money | None = Field(default=None, description="EUR/month, voluntary or private insurance")
    care_contribution: Money | None = Field(default=None, description="EUR/month, long-term care insurance")
    subsidy_wanted: bool | None = Field(default=None, description="Subsidy of § 26 asked for")
    insurer_iban: str | None = Field(default=None, description="As typed; only for payment to the insurer")
    last_insurer: str | None = Field(default=None, description="Where insured last, of somebody who is not insured")
    uninsured_since: date | None = None


class ForeignStatus(ClaimPart):
    """Questions only people without German citizenship are asked (HA 23–28, 31)."""

    residence_title: str | None = Field(default=None, description="Kind of residence title as typed")
    residence_title_until: date | None = None
    entry_date: date | None = Field(default=None, description="Entry to Germany")
    central_register_number: str | None = Field(default=None, description="AZR number")
    asylum_benefits: bool | None = Field(default=None, description="Receives or received AsylbLG benefits")
    asylum_benefits_until: date | None = None
    personal_number: str | None = Field(default=None, description="Personal number of the home country (HA 28)")
    declaration_of_commitment: bool | None = Field(default=None, description="Verpflichtungserklärung, HA 27")


class PastJob(ClaimPart):
    """A job of the last five years (HA 59–66)."""

    id: str
    employer: str | None = None
    since: date | None = None
    until: date | None = None
    wages_owed: bool | None = Field(default=None, description="Wages not paid yet")
    wages_owed_amount: Money | None = Field(default=None, description="EUR")
    wages_owed_for: str | None = Field(default=None, description="Months the wages are owed for, own words")
    wages_demanded: bool | None = None


class Accident(ClaimPart):
    """An accident or damage caused by somebody else (Anlage UF, § 116 SGB X); the injury is never asked."""

    accident_date: date | None = None
    accident_place: str | None = None
    accident_caused_by: str | None = None
    accident_insurer: str | None = Field(default=None, description="Liability insurer of the other side")
    accident_claim_number: str | None = None
    accident_police: bool | None = None
    accident_police_file: str | None = None
    accident_treatment: bool | None = Field(default=None, description="Treatment is still going on")


class Background(ClaimPart):
    """The last years of one person (HA 48–75)."""

    previous_benefit: bool | None = Field(default=None, description="SGB II or XII benefit in the last three years")
    previous_benefit_office: str | None = None
    previous_benefit_until: date | None = None
    past_jobs: tuple[PastJob, ...] = ()
    wage_replacement: bool | None = Field(default=None, description="Wage-replacement benefits in the last years")
    replacement_kinds: tuple[IncomeKind, ...] | None = None
    replacement_office: str | None = None
    replacement_until: date | None = None
    service: bool | None = Field(default=None, description="Military or voluntary service")
    service_since: date | None = None
    service_until: date | None = None
    cares_for_relative: bool | None = None
    care_since: date | None = None
    care_hours: Exact | None = Field(default=None, description="Hours/week")
    lived_on: str | None = Field(default=None, description="How the person got by until now, own words (HA 73)")
    claims_against_others: bool | None = None
    claims_note: str | None = None
    accident: bool | None = Field(default=None, description="Accident or damage caused by somebody else (HA 75)")
    accident_note: str | None = Field(default=None, description="What happened, own words")
    accident_details: Accident = Field(default_factory=Accident)
    in_institution: bool | None = Field(default=None, description="Stay in hospital, home or prison (HA 48)")
    institution_since: date | None = None
    institution_until: date | None = Field(default=None, description="Expected end of the stay")
    institution_kind: str | None = None


class AdditionalNeeds(ClaimPart):
    """Circumstances that can mean more money (§ 21 SGB II, HA 36, 44–47); no diagnosis is ever asked."""

    pregnant: bool | None = None
    expected_birth: date | None = Field(default=None, description="Expected date of birth")
    costly_diet: bool | None = Field(default=None, description="Costly diet for medical reasons (MEB)")
    disability: bool | None = None
    participation_benefits: bool | None = Field(default=None, description="Receives benefits for participation")
    disability_card: bool | None = None
    mark_g: bool | None = Field(default=None, description="Merkzeichen G, § 23 no. 4")
    special_need: bool | None = Field(default=None, description="Unavoidable special need (BB)")
    special_need_note: str | None = None
    special_need_amount: Money | None = Field(default=None, description="EUR/month")
    special_need_rhythm: Rhythm | None = None
    special_need_since: date | None = None
    special_need_reason: str | None = Field(default=None, description="Why it can neither wait nor be paid otherwise")
    special_need_advance: bool | None = Field(default=None, description="Advance wanted, § 42 SGB I")
    diet_certificate: DietCertificate | None = Field(default=None, description="How the certificate comes in")
    school_books: bool | None = Field(default=None, description="Costs for school books, § 21(6a)")
    school_books_amount: Money | None = Field(default=None, description="EUR in this school year")


class Person(ClaimPart):
    """One person of the claim. `id` is stable: incomes, assets and proofs refer to it, also after a rename."""

    id: str
    role: PersonRole
    relation: Relation | None = None
    first_name: str | None = None
    last_name: str | None = None
    birth_name: str | None = None
    birth_date: date | None = None
    birth_place: str | None = None
    birth_country: str | None = None
    nationality: str | None = Field(default=None, description="ISO 3166-1 alpha-2 where chosen from the list")
    sex: Sex | None = None
    tax_id: str | None = Field(default=None, description="As typed (§ 139b AO)")
    pension_insurance_number: str | None = Field(default=None, description="As typed")
    marital_status: MaritalStatus | None = None
    marital_status_since: date | None = Field(default=None, description="Date of marriage, divorce, …")
    separated_since: date | None = None
    parent_ids: tuple[str, ...] = Field(default=(), description="Ids of the persons here who are parents")
    residence: Residence | None = Field(default=None, description="For a child: always here, alternating, contact days")
    parent_outside: bool | None = Field(default=None, description="Under 25 and a parent lives elsewhere (HA 38)")
    maintenance_unsafe: bool | None = Field(default=None, description="Details on maintenance would be dangerous")
    former_partner: FormerPartner = Field(default_factory=FormerPartner)
    other_parent: OtherParent = Field(default_factory=OtherParent)
    parent_elsewhere: ParentOutside = Field(default_factory=ParentOutside)
    child_benefit_recipient: ChildBenefitRecipient | None = Field(default=None, description="Who gets the Kindergeld")
    single_parent: bool | None = None
    fit_for_work: bool | None = Field(default=None, description="Can work three hours a day (§ 8)")
    education: EducationStatus | None = None
    education_note: str | None = Field(default=None, description="Name of school or training")
    lives_away_for_education: bool | None = None
    needs: AdditionalNeeds = Field(default_factory=AdditionalNeeds)
    foreign: ForeignStatus = Field(default_factory=ForeignStatus)
    health_insurance: HealthInsurance = Field(default_factory=HealthInsurance)
    background: Background = Field(default_factory=Background)
    self_employed: bool | None = None
    maintenance_paid_title: bool | None = Field(default=None, description="Title for the maintenance the person pays")
    has_income: bool | None = Field(default=None, description="False: the person said there is no income at all")
    benefits_received: tuple[IncomeKind, ...] = ()
    benefits_applied_for: tuple[IncomeKind, ...] = ()
    years_without_pension: Exact | None = Field(
        default=None, description="Years of self-employment without pension contributions (VM 26–31)"
    )

    @property
    def display_name(self) -> str:
        """First and last name as given; empty when both are missing."""
        return " ".join(part for part in (self.first_name, self.last_name) if part)


class Contact(ClaimPart):
    """How the applicant can be reached; phone and e-mail are voluntary (HA 13–14)."""

    phone: str | None = None
    email: str | None = None
    post_box: str | None = None
    care_of: str | None = Field(default=None, description="Staying with (HA 16) or shelter that takes post")


class Representative(ClaimPart):
    """Somebody who acts for the applicant (HA 22, § 13 SGB X, §§ 1814 ff. BGB)."""

    kind: RepresentationKind | None = None
    name: str | None = None
    address: str | None = None
    phone: str | None = None
    valid_until: date | None = None


class MutualResponsibility(ClaimPart):
    """The four facts of § 7(3a) SGB II about one other adult, and the own words against the presumption (Anlage VE)."""

    person_id: str
    together_over_a_year: bool | None = None
    together_since: date | None = None
    common_child: bool | None = None
    joint_care: bool | None = Field(default=None, description="Children or relatives cared for together")
    power_over_assets: bool | None = Field(default=None, description="May use the other's income or assets")
    own_statement: str | None = None


class RelativeSupport(ClaimPart):
    """What a relative gives who shares the household without being a member of the unit (Anlage HG, § 9(5))."""

    person_id: str
    relative_gives: bool | None = None
    relative_amount: Money | None = Field(default=None, description="EUR/month")
    relative_free_board: bool | None = Field(default=None, description="Free board or lodging")
    relative_note: str | None = None


class Household(ClaimPart):
    """Who lives in the dwelling besides the applicant (HA 79–80)."""

    members: tuple[Person, ...] = Field(default=(), description="Everyone but the applicant")
    lives_alone: bool | None = None
    mutual_responsibility: tuple[MutualResponsibility, ...] = ()
    relatives: tuple[RelativeSupport, ...] = ()
    represents_all: bool | None = Field(default=None, description="No adult objects to representation (§ 38)")
