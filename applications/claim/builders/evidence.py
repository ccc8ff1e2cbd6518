"""Section "Unterlagen" -> Evidence: what was uploaded, what is promised, what somebody does not have."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from applications.claim.model import DocumentReference, Evidence, PaperOnFile
from applications.enums import DocumentClass, EvidenceChoice


def build_evidence(
    proofs: Iterable[Mapping[str, Any]], documents: Mapping[str, DocumentReference]
) -> tuple[Evidence, ...]:
    """One entry per line of the page that was answered. A removed file is left out."""
    return tuple(_evidence(proof, documents) for proof in proofs)


def build_on_file(papers: Iterable[Mapping[str, Any]]) -> tuple[PaperOnFile, ...]:
    """One entry for each paper that lay in the file when the draft was started."""
    return tuple(
        PaperOnFile(
            document_class=DocumentClass(paper["class"]),
            person_id=paper["about"],
            item_id=paper["item"],
            received_on=date.fromisoformat(paper["received_on"]),
            counts=paper.get("counts", True),
            until=date.fromisoformat(paper["until"]) if paper.get("until") else None,
        )
        for paper in papers
    )


def _evidence(proof: Mapping[str, Any], documents: Mapping[str, DocumentReference]) -> Evidence:
    choice = proof.get("choice")
    return Evidence(
        document_class=DocumentClass(proof["class"]),
        person_id=proof.get("about"),
        item_id=proof.get("item"),
        documents=tuple(dict.fromkeys(documents[key] for key in proof.get("documents") or () if key in documents)),
        promised_later=choice == EvidenceChoice.LATER if choice else None,
        note=str(EvidenceChoice.NOT_AVAILABLE.label) if choice == EvidenceChoice.NOT_AVAILABLE else None,
    )
