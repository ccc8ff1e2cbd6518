"""One proof that is needed: what, for whom, why. What holds for every paper of its kind stands in the matrix."""

from datetime import date

from msgspec import Struct

from applications.claim.matrix import MATRIX, PaperClass, Words
from applications.enums import DocumentClass

__all__ = ["EvidenceItem", "Words", "needed"]


class EvidenceItem(Struct, frozen=True):
    """One line of the evidence list. `person_id` None means the whole household; texts are shown to the claimant.

    `on_file`: since when the office has it; then it is not required again. `until` is the last day on which that
    counts, None without an end. `earlier`: since when the office has one that counts no longer, or for another time.
    `title` is the jobcenter's own name of a paper that is of no kind we know.
    """

    document_class: DocumentClass
    reason: Words
    legal_basis: str
    person_id: str | None = None
    item_id: str | None = None
    required: bool = True
    on_file: date | None = None
    until: date | None = None
    earlier: date | None = None
    title: Words = ""

    @property
    def paper(self) -> PaperClass:
        """What holds for every paper of this kind."""
        return MATRIX[self.document_class]

    @property
    def alternatives(self) -> tuple[DocumentClass, ...]:
        """Kinds of papers that do as well."""
        return self.paper.instead

    @property
    def notice(self) -> Words:
        """What must be read wherever this is asked for; "" for most."""
        return self.paper.notice

    @property
    def label(self) -> Words:
        """What people call the paper."""
        return self.title or self.document_class.label

    @property
    def key(self) -> str:
        """Stable key of this line, e.g. PAYSLIP:p1 or SAVINGS proof ASSET_PROOF:p1:a2; holds ids, no social data."""
        return ":".join(part for part in (self.document_class.value, self.person_id, self.item_id) if part)


def needed(
    kind: DocumentClass,
    reason: Words,
    legal_basis: str,
    person_id: str | None = None,
    item_id: str | None = None,
    *,
    doubtful: bool = False,
) -> EvidenceItem:
    """A proof that follows from an answer; required unless the matrix says "on demand" or it may not even exist."""
    required = not (doubtful or MATRIX[kind].on_demand)
    return EvidenceItem(kind, reason, legal_basis, person_id, item_id, required=required)
