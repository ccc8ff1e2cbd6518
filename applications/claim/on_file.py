"""Papers that were handed in before: which of them still prove what they proved, and until when.

Nothing is asked for twice (§ 65(1) no. 3 SGB I). How long a kind of paper counts stands in the matrix; what shows a day
or a period (statements, payslips, a balance) is asked for with every application.
"""

from datetime import date
from typing import NamedTuple

from pydantic import Field

from applications.claim.base import ClaimPart
from applications.claim.matrix import MATRIX, Span
from applications.enums import DocumentClass as Doc
from portal.law.dates import add_months
from portal.law.parameter import whole


class PaperOnFile(ClaimPart):
    """A paper that the office has had since a day, of the person and the thing it was handed in for."""

    document_class: Doc
    person_id: str | None = None
    item_id: str | None = None
    received_on: date
    counts: bool = Field(default=True, description="False: a newer one is needed")
    until: date | None = Field(default=None, description="Last day on which it counts; None: no end is known")

    @property
    def line(self) -> tuple[str, str | None, str | None]:
        """Which paper it is: two of the same line are an older and a newer one."""
        return self.document_class.value, self.person_id, self.item_id


class Standing(NamedTuple):
    """Whether a paper counts, and until when; None: as long as what it shows stays so."""

    counts: bool
    until: date | None


def standing(kind: Doc, received_on: date, on: date) -> Standing:
    """How a paper of this kind, received on a day, stands on another."""
    keeps = MATRIX[kind].keeps
    if keeps is None:
        return Standing(counts=False, until=None)
    end = add_months(received_on, whole(f"papers.valid_months.{keeps.span}", on))
    return Standing(end >= on, None if keeps.span is Span.LASTING else end)
