"""Education and participation of one child, pupil or young adult (§ 28 SGB II). Costs in EUR."""

from datetime import date

from pydantic import Field

from applications.claim.base import ClaimPart, Money
from applications.enums import EducationNeed


class EducationNeeds(ClaimPart):
    """What is asked for and what is known about it. The person, school and age stand in `Claim.persons`."""

    person_id: str
    kinds: tuple[EducationNeed, ...] | None = None
    school_class: str | None = None
    trip_what: str | None = None
    trip_on: date | None = None
    trip_cost: Money | None = None
    trip_paid: bool | None = Field(default=None, description="Paid already (§ 30)")
    class_trip_what: str | None = None
    class_trip_from: date | None = None
    class_trip_until: date | None = None
    class_trip_cost: Money | None = None
    class_trip_paid: bool | None = Field(default=None, description="Paid already (§ 30)")
    transport_how: str | None = None
    transport_cost: Money | None = Field(default=None, description="EUR/month")
    transport_paid_by_others: bool | None = Field(default=None, description="Somebody else bears the costs")
    tutoring_subjects: str | None = None
    tutoring_hours: int | None = Field(default=None, description="Hours a week")
    tutoring_by: str | None = None
    tutoring_cost: Money | None = Field(default=None, description="EUR/hour")
    lunch_by: str | None = Field(default=None, description="School, day-care or caterer")
    lunch_since: date | None = None
    lunch_cost: Money | None = Field(default=None, description="EUR/month")
    activity: str | None = None
    activity_by: str | None = None
    activity_cost: Money | None = Field(default=None, description="EUR/month")
    activity_extra: str | None = Field(default=None, description="Further costs, own words (§ 28(7) S.2)")
