"""What a request for a paper says: words from the evidence matrix, which the office may change before it sends them."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from applications.claim.matrix import MATRIX, Words
from applications.enums import DocumentClass
from mailbox.services.evidence import ItemDraft
from portal.law.parameter import find, whole

BASIS = "§ 60 Abs. 1 Satz 1 Nr. 3 SGB I"
STATEMENTS = DocumentClass.BANK_STATEMENT  # without the notice on blackening a later refusal fails (domain 2.6)


def paper_draft(
    kind: DocumentClass,
    *,
    on: date,
    name: str = "",
    title: Words = "",
    reason: Words = "",
    basis: str = "",
    person_id: UUID | None = None,
    finding_id: UUID | None = None,
) -> ItemDraft:
    """Return the item for a kind of paper. ``on`` picks the figures.

    ``name``: whom it is about, where the case has no such person.
    ``title``: the jobcenter's own name of a paper that is of no kind we know.
    """
    paper = MATRIX[kind]
    return ItemDraft(
        what=_what(kind, title, name, on),
        why=" ".join(_why(kind, reason)),
        basis=basis or BASIS,
        alternatives=_instead(kind),
        document_class=kind.value,
        person_id=person_id,
        may_blacken=kind is STATEMENTS,
        is_restricted=bool(paper.restricted),
        finding_id=finding_id,
    )


def _what(kind: DocumentClass, title: Words, name: str, on: date) -> str:
    words = str(title or kind.label)
    period = MATRIX[kind].period
    if period and find(period, on) is not None:
        words = _("%(paper)s der letzten %(months)s Monate") % {"paper": words, "months": whole(period, on)}
    return _("%(paper)s – %(name)s") % {"paper": words, "name": name} if name else words


def _why(kind: DocumentClass, reason: Words) -> Iterator[str]:
    """Why it is needed, where it is to be had, and what may be left out or blacked out."""
    paper = MATRIX[kind]
    if reason:
        yield str(reason)
    if kind is not DocumentClass.OTHER and str(paper.shows) not in str(reason):
        yield _("Damit sehen wir, %(shows)s.") % {"shows": paper.shows}
    if paper.where:
        yield _("Woher: %(where)s") % {"where": paper.where}
    notice = "" if kind is STATEMENTS else paper.notice  # of statements the pages show it themselves
    yield from (str(words) for words in (paper.hide, notice, paper.caution) if words)


def _instead(kind: DocumentClass) -> str:
    """Kinds of papers that do as well."""
    return _(" oder ").join(str(other.label) for other in MATRIX[kind].instead)
