"""What only the short application says."""

from pydantic import Field

from applications.claim.base import ClaimPart


class QuickApplication(ClaimPart):
    """For whom somebody applies, and what they want to say, in any language (§ 19(4) SGB X)."""

    only_me: bool | None = Field(default=None, description="False: also for those who live together with them")
    others: str | None = Field(default=None, description="For whom else: a number or some words")
    own_words: str | None = None
