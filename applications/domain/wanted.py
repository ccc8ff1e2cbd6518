"""The papers that a supplement asks for: those that what it adds to still lacks, as they stand in its answers."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from applications.catalogue.values import Stored
from applications.claim.evidence_item import EvidenceItem
from applications.claim.model import AskedPaper
from applications.enums import DocumentClass

WANTED = "wanted"


def wanted(items: Iterable[tuple[EvidenceItem, str]]) -> Stored:
    """Return ``wanted`` for the answers: lines for papers that are still missing, with the names of whose they are."""
    lines = [
        {
            "class": item.document_class.value,
            "about": item.person_id,
            "item": item.item_id,
            "name": name,
            "title": str(item.title),
            "reason": str(item.reason),
            "basis": item.legal_basis,
        }
        for item, name in items
    ]
    return {WANTED: lines} if lines else {}


def wanted_papers(stored: Mapping[str, Any]) -> Iterator[AskedPaper]:
    """Yield the papers of ``wanted`` as the claim asks for them."""
    for line in stored.get(WANTED) or ():
        kind = DocumentClass(line["class"])
        title = line["title"]
        if line["name"]:
            title = _("%(paper)s – %(name)s") % {"paper": title or kind.label, "name": line["name"]}
        yield AskedPaper(
            document_class=kind,
            person_id=line["about"],
            item_id=line["item"],
            title=title,
            reason=line["reason"],
            legal_basis=line["basis"],
        )
