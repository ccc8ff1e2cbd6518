"""What somebody sends after an application."""

from pydantic import Field

from applications.claim.base import ClaimPart


class Supplement(ClaimPart):
    """More answers in own words; the papers stand in the claim's evidence."""

    reference: str | None = Field(default=None, description="What it belongs to, as typed or filled in by the portal")
    text: str | None = None
