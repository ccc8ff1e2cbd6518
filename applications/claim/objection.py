"""An objection (§ 84 SGG): against what, and whether it has come in a form that counts."""

from datetime import date

from pydantic import Field

from applications.claim.base import ClaimPart
from applications.enums import HandedIn


class Objection(ClaimPart):
    """The decision and what shall be different. Reasons may follow."""

    decision_on: date | None = None
    received_on: date | None = None
    decision_about: str | None = None
    file_reference: str | None = None
    disagree: str | None = None
    reason: str | None = None
    handed_in: HandedIn | None = Field(default=None, description="Other ways, as the person says")

    @property
    def lacks_form(self) -> bool:
        """Whether nothing but the portal's form was used, as far as is known."""
        return self.handed_in not in {HandedIn.SIGNED, HandedIn.RECORDED}
