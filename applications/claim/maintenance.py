"""Maintenance that somebody outside may owe one person (Anlagen UH1–UH3, § 33 SGB II). Amounts in EUR/month.

Everything here may be missing for a good reason: whoever says that an answer would be dangerous need not give it
(§ 65(1) no. 2 SGB I), see `Person.maintenance_unsafe`.
"""

from pydantic import Field

from applications.claim.base import ClaimPart, Money
from applications.enums import MaintenanceAdvance


class FormerPartner(ClaimPart):
    """After separation, divorce or the end of a partnership (Anlage UH1)."""

    former_name: str | None = None
    former_address: str | None = None
    former_work: str | None = Field(default=None, description="Job or income as far as known")
    former_title: bool | None = Field(default=None, description="Judgment, order or agreement")
    former_pays: bool | None = None
    former_amount: Money | None = None
    former_lawyer: bool | None = Field(default=None, description="A lawyer or court is at it")
    former_lawyer_note: str | None = None


class OtherParent(ClaimPart):
    """Because of pregnancy or the care of a small child, parents not married (Anlage UH2, § 1615l BGB)."""

    other_parent_here: bool | None = Field(default=None, description="Lives in this household")
    other_parent_name: str | None = None
    other_parent_address: str | None = None
    paternity_known: bool | None = Field(default=None, description="Acknowledged or established by a court")
    care_title: bool | None = None
    care_pays: bool | None = None
    care_amount: Money | None = None


class ParentOutside(ClaimPart):
    """For a child or somebody under 25 with a parent elsewhere (Anlage UH3)."""

    outside_name: str | None = None
    outside_address: str | None = None
    outside_work: str | None = None
    second_parent: str | None = Field(default=None, description="Where both parents live elsewhere")
    child_title: bool | None = None
    child_pays: bool | None = None
    child_amount: Money | None = None
    advance: MaintenanceAdvance | None = Field(default=None, description="How far the Unterhaltsvorschuss is")
    youth_office_helps: bool | None = Field(default=None, description="Beistandschaft, § 1712 BGB")
    youth_office: str | None = None
