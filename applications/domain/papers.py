"""Papers that a draft need not ask for again, and those it asks for instead: as they stand in its answers."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from applications.catalogue.applicable import ANYWHERE
from applications.catalogue.values import Stored
from applications.claim.evidence_item import EvidenceItem
from applications.claim.model import AskedPaper, PaperOnFile
from applications.enums import DocumentClass

WANTED = "wanted"


def on_file(papers: Iterable[PaperOnFile]) -> Stored:
    """Return ``on_file`` for the answers, each paper once with its newest day; nothing without any.

    They hold whatever is answered: what is said anew about the same matter makes no paper of it worthless.
    """
    newest: dict[tuple[str, str | None, str | None], PaperOnFile] = {}
    for paper in papers:
        line = (paper.document_class.value, paper.person_id, paper.item_id)
        if line not in newest or newest[line].received_on < paper.received_on:
            newest[line] = paper
    filed = [stored_paper(each, ANYWHERE) for each in newest.values()]
    return {"on_file": filed} if filed else {}


def stored_paper(paper: PaperOnFile, section: str) -> Stored:
    """Return one paper as the answers keep it; ``section`` is the part of the form that it proves."""
    return {
        "class": paper.document_class.value,
        "about": paper.person_id,
        "item": paper.item_id,
        "section": section,
        "received_on": paper.received_on.isoformat(),
    }


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
