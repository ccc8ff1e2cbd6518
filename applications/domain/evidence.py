"""The papers of a draft: what is needed, what is there, what was said about the rest."""

from collections.abc import Container, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from msgspec import Struct
from msgspec.structs import replace

from applications.claim.evidence import evidence_needed
from applications.claim.evidence_item import EvidenceItem
from applications.claim.model import Claim, DocumentReference
from applications.enums import DocumentClass, EvidenceChoice
from portal.documents.models import Document
from portal.law.dates import add_months
from portal.law.parameter import whole
from portal.ui.formats import format_date

ANYTHING_ELSE = DocumentClass.OTHER


class EvidenceLine(Struct, frozen=True):
    """One line of the page. `name` is whom it is about, "" for the household; `choice` "" when nothing was said.

    `on`: the day that counts for the application.
    """

    item: EvidenceItem
    key: str
    name: str
    documents: tuple[Document, ...]
    choice: str
    on: date | None = None

    @property
    def is_settled(self) -> bool:
        """Whether something was uploaded or said, or the office has it already."""
        return bool(self.documents or self.choice or self.item.on_file)

    @property
    def title(self) -> str:
        """The paper, with the person it is about."""
        title = str(self.item.label)
        return _("%(paper)s – %(name)s") % {"paper": title, "name": self.name} if self.name else title

    @property
    def alternatives(self) -> tuple[str | Promise, ...]:
        """Papers that do as well."""
        return tuple(other.label for other in self.item.alternatives)

    @property
    def words(self) -> str:
        """What was handed in or said, in words; "" when nothing was."""
        if self.documents:
            return "\n".join(document.original_name for document in self.documents)
        if self.choice:
            return str(EvidenceChoice(self.choice).label)
        return (
            _("Liegt uns vor, eingegangen am %(day)s") % {"day": format_date(day)} if (day := self.item.on_file) else ""
        )

    @property
    def covers_from(self) -> date | None:
        """The first day of the time that the paper must cover, up to the application; None where it shows a state."""
        period = self.item.paper.period
        return add_months(self.on, -whole(period, self.on)) if period and self.on else None

    @property
    def months_at_most(self) -> int | None:
        """How many months old the paper may be; None where age alone says nothing."""
        span = self.item.paper.at_most
        return whole(f"papers.valid_months.{span}", self.on) if span and self.on else None

    @property
    def has_help(self) -> bool:
        """Whether there is more to say about the paper than why it is asked for."""
        paper = self.item.paper
        return any((paper.hide, paper.caution, paper.where, paper.ends, paper.at_most, paper.period))

    @property
    def shows_how_to_black_out(self) -> bool:
        """Whether a picture helps."""
        return self.item.document_class is DocumentClass.BANK_STATEMENT


class EvidenceCount(Struct, frozen=True):
    """Required papers in numbers: how many are there, how many are promised, about how many nothing was said."""

    total: int
    there: int
    later: int
    open: int


def count_evidence(claim: Claim, stored: Mapping[str, Any], there: Container[str]) -> EvidenceCount:
    """Count the required papers. `there` holds the ids of the files that count as uploaded."""
    proofs = _proofs(stored)
    needed = [proofs.get(item.key) or {} for item in evidence_needed(claim) if item.required]
    missing = [proof for proof in needed if not any(key in there for key in proof.get("documents") or ())]
    return EvidenceCount(
        total=len(needed),
        there=len(needed) - len(missing),
        later=sum(proof.get("choice") == EvidenceChoice.LATER for proof in missing),
        open=sum(not proof.get("choice") for proof in missing),
    )


def evidence_lines(
    claim: Claim, stored: Mapping[str, Any], documents: Mapping[str, Document], people: Mapping[str, str]
) -> tuple[EvidenceLine, ...]:
    """Needed papers, then papers that were uploaded for something not needed any more, last "anything else".

    ``documents`` by every id that the answers may name: several files of a line may be one document by now.

    What a helper has sent without saying for what stands at "anything else".
    """
    proofs = _proofs(stored)
    items = {item.key: item for item in evidence_needed(claim)}
    for key, proof in proofs.items():
        if key not in items and any(document in documents for document in proof.get("documents") or ()):
            items[key] = _kept(proof)
    items.pop(ANYTHING_ELSE.value, None)
    items[ANYTHING_ELSE.value] = EvidenceItem(
        ANYTHING_ELSE, _("Wenn Sie uns noch etwas schicken möchten."), "§ 60 SGB I", required=False
    )
    on = claim.application_date
    lines = [_line(item, proofs.get(key) or {}, documents, people, on) for key, item in items.items()]
    last = lines[-1]
    lines[-1] = replace(last, documents=(*last.documents, *sent_by_helpers(stored, documents)))
    return tuple(lines)


def sent_by_helpers(stored: Mapping[str, Any], documents: Mapping[str, Document]) -> list[Document]:
    """Files that helpers have sent for the person and that belong to no line yet, the oldest first."""
    placed = {key for proof in _proofs(stored).values() for key in proof.get("documents") or ()}
    there = {documents[key].pk for key in placed if key in documents}
    loose = {each.pk: each for each in documents.values() if each.uploaded_by_standing_id and each.pk not in there}
    return sorted(loose.values(), key=lambda document: document.created_at)


def references(documents: Mapping[str, Document]) -> dict[str, DocumentReference]:
    """What the claim keeps of each file, by the ids under which the answers may name it."""
    return {
        key: DocumentReference(
            id=str(document.pk), name=document.original_name, sha256=document.sha256 or None, pages=document.pages
        )
        for key, document in documents.items()
        if document.is_usable
    }


def new_proof(item: EvidenceItem) -> dict[str, Any]:
    """The values under which a line is kept in the answers."""
    return {"class": item.document_class.value, "about": item.person_id, "item": item.item_id}


def with_document(proof: Mapping[str, Any], item: EvidenceItem, document_id: str) -> dict[str, Any]:
    """The line with one file more; what was said about the paper before no longer counts."""
    known: Sequence[str] = proof.get("documents") or ()
    return {**new_proof(item), "documents": [*dict.fromkeys((*known, document_id))], "choice": None}


def without_documents(proof: Mapping[str, Any], gone: Container[str]) -> dict[str, Any]:
    """The line without some files."""
    return {**proof, "documents": [key for key in proof.get("documents") or () if key not in gone]}


def _proofs(stored: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """What the answers hold about papers, by line."""
    return {proof["id"]: proof for proof in (stored.get("evidence") or {}).get("proofs") or ()}


def _line(
    item: EvidenceItem,
    proof: Mapping[str, Any],
    documents: Mapping[str, Document],
    people: Mapping[str, str],
    on: date | None,
) -> EvidenceLine:
    there = tuple(dict.fromkeys(documents[key] for key in proof.get("documents") or () if key in documents))
    name = people.get(item.person_id, "") if item.person_id and len(people) > 1 else ""
    return EvidenceLine(item, item.key, name, there, proof.get("choice") or "", on)


def _kept(proof: Mapping[str, Any]) -> EvidenceItem:
    """A paper that was uploaded and is not asked for any more."""
    reason = _("Das haben Sie hochgeladen. Nach Ihren jetzigen Angaben brauchen wir es nicht unbedingt.")
    kind = DocumentClass(proof["class"])
    return EvidenceItem(kind, reason, "§ 60 SGB I", proof.get("about"), proof.get("item"), required=False)
