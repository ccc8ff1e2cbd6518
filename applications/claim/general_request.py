"""A request in own words."""

from applications.claim.base import ClaimPart


class GeneralRequest(ClaimPart):
    """What it is about, and whether somebody shall call."""

    subject: str | None = None
    text: str | None = None
    wants_call: bool | None = None
    call_times: str | None = None
