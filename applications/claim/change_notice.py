"""What a change notice tells beside persons, dwelling and account (VÄM, § 60(1) no. 2 SGB I). Amounts in EUR/month."""

from datetime import date

from pydantic import Field

from applications.claim.base import ClaimPart, Exact, Money
from applications.enums import BenefitState, ChangeKind, EducationStatus, HealthInsuranceKind, IncomeKind

_WHOM = "Whom it is about; None: the applicant. Persons of earlier forms keep their ids"


class NewJob(ClaimPart):
    """Somebody begins to work."""

    person_id: str | None = Field(default=None, description=_WHOM)
    on: date | None = None
    employer: str | None = None
    hours: Exact | None = Field(default=None, description="Hours a week")
    gross: Money | None = None
    first_pay_on: date | None = Field(default=None, description="When the first wage arrives (§ 11(2))")


class EndedJob(ClaimPart):
    """Somebody stops working."""

    person_id: str | None = Field(default=None, description=_WHOM)
    on: date | None = None
    employer: str | None = None
    last_pay_on: date | None = None
    reported: bool | None = Field(default=None, description="Reported to the Agentur für Arbeit (§ 38(1) SGB III)")


class ChangedIncome(ClaimPart):
    """An income that is no benefit: gross and net of wages, else the amount."""

    person_id: str | None = Field(default=None, description=_WHOM)
    kind: IncomeKind | None = None
    since: date | None = None
    gross: Money | None = None
    net: Money | None = None
    amount: Money | None = None


class ChangedBenefit(ClaimPart):
    """A benefit of another office."""

    person_id: str | None = Field(default=None, description=_WHOM)
    kind: IncomeKind | None = None
    state: BenefitState | None = None
    since: date | None = None
    amount: Money | None = None


class MovedIn(ClaimPart):
    """Somebody has moved in; who it is stands among the members of the household."""

    on: date | None = None
    has_income: bool | None = None


class MovedOut(ClaimPart):
    """Who lives here no longer."""

    person_ids: tuple[str, ...] = Field(default=(), description="Persons of earlier forms")
    name: str | None = Field(default=None, description="Of somebody whom no earlier form names")
    on: date | None = None


class ToldPregnancy(ClaimPart):
    """A pregnancy (§ 21(2))."""

    person_id: str | None = Field(default=None, description=_WHOM)
    expected_birth: date | None = None


class ToldBirth(ClaimPart):
    """A child was born."""

    on: date | None = None
    child_name: str | None = None


class ChangedEducation(ClaimPart):
    """School, training or studies."""

    person_id: str | None = Field(default=None, description=_WHOM)
    kind: EducationStatus | None = None
    place: str | None = Field(default=None, description="School, company or university")
    since: date | None = None


class ChangedInsurance(ClaimPart):
    """Health insurance."""

    person_id: str | None = Field(default=None, description=_WHOM)
    kind: HealthInsuranceKind | None = None
    fund: str | None = None
    since: date | None = None


class ToldIllness(ClaimPart):
    """Illness or a stay in an institution; never which illness."""

    person_id: str | None = Field(default=None, description=_WHOM)
    since: date | None = None
    until: date | None = None
    in_institution: bool | None = None


class ToldAbsence(ClaimPart):
    """Days on which the applicant could not be reached (§ 7b)."""

    since: date | None = None
    until: date | None = None
    reason: str | None = None


class ChangeNotice(ClaimPart):
    """What has changed, and the details of each change that was told; None for the others."""

    changes: tuple[ChangeKind, ...] | None = Field(default=None, description="None: the question was not seen")
    lease_signed: bool | None = Field(default=None, description="False: advice on the Zusicherung is due (§ 22(4))")
    former_name: str | None = None
    name_since: date | None = None
    job_start: NewJob | None = None
    job_end: EndedJob | None = None
    income: ChangedIncome | None = None
    benefit: ChangedBenefit | None = None
    joined: MovedIn | None = None
    left: MovedOut | None = None
    pregnancy: ToldPregnancy | None = None
    birth: ToldBirth | None = None
    education: ChangedEducation | None = None
    insurance: ChangedInsurance | None = None
    illness: ToldIllness | None = None
    absence: ToldAbsence | None = None
    other_text: str | None = None
    other_since: date | None = None
