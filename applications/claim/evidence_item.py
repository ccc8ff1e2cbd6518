"""One proof that is needed: what, for whom, why."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from applications.enums import DocumentClass

Words = str | Promise


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One line of the evidence list. `person_id` None means the whole household; texts are shown to the claimant.

    `on_file`: since when the office has it; then it is not required again. `title` is the jobcenter's
    own name of a paper that is of no kind we know.
    """

    document_class: DocumentClass
    reason: Words
    legal_basis: str
    person_id: str | None = None
    item_id: str | None = None
    required: bool = True
    alternatives: tuple[DocumentClass, ...] = ()
    notice: Words | None = None
    on_file: date | None = None
    title: Words = ""

    @property
    def label(self) -> Words:
        """What people call the paper."""
        return self.title or self.document_class.label

    @property
    def key(self) -> str:
        """Stable key of this line, e.g. PAYSLIP:p1 or SAVINGS proof ASSET_PROOF:p1:a2; holds ids, no social data."""
        return ":".join(part for part in (self.document_class.value, self.person_id, self.item_id) if part)
