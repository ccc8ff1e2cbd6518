"""The papers of what was sent before, as a draft holds them: nobody is asked twice (§ 65(1) no. 3 SGB I)."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from applications.catalogue.applicable import ANYWHERE
from applications.catalogue.structure import ApplicationType
from applications.catalogue.values import Stored, contradicts
from applications.claim.matrix import MATRIX
from applications.claim.model import PaperOnFile
from applications.claim.on_file import Standing, standing
from applications.selectors.sent_before import Sent

AS_IT_IS = Standing(counts=True, until=None)
NO_LONGER = Standing(counts=False, until=None)


def papers_on_file(
    form: ApplicationType,
    answers: Mapping[str, Any],
    *,
    sent: Sequence[Sent],
    on: date,
    matter: Container[UUID] = frozenset(),
) -> Stored:
    """``on_file``, each paper once with how it stands, and ``begun_with``, the answers that it hangs on.

    ``answers`` are those the draft begins with, ``sent`` the newest first. ``matter``: the applications that the draft
    belongs to. What came with one of them, or lay in the file for it, counts as it is, whatever is answered anew.
    """
    papers = list(_papers(form, answers, sent, on, matter))
    held = {"on_file": papers} if papers else {}
    sections = {paper["section"] for paper in papers} & answers.keys()
    if form.confirms or not sections:  # who renews says section by section what still holds
        return held
    return {**held, "begun_with": {section: answers[section] for section in sorted(sections)}}


def papers_now(
    form: ApplicationType, stored: Mapping[str, Any], *, sent: Sequence[Sent], on: date, matter: Container[UUID]
) -> Stored:
    """The same for a draft that lies open, by what has been sent until now: its answers count as it began with them."""
    begun = {**stored, **(stored.get("begun_with") or {})}
    return {"on_file": [], **papers_on_file(form, begun, sent=sent, on=on, matter=matter)}


def _papers(
    form: ApplicationType, answers: Mapping[str, Any], sent: Sequence[Sent], on: date, matter: Container[UUID]
) -> Iterator[Stored]:
    """Every paper once: as it lies in the matter, else the newest."""
    seen: set[tuple[str, str | None, str | None]] = set()
    own = [(paper, AS_IT_IS, ANYWHERE) for each in sent if each.application in matter for paper in each.all_papers]
    others = (
        (paper, *_stands(form, answers, paper, on, sent[number:]))
        for number, each in enumerate(sent)
        if each.application not in matter
        for paper in each.papers
    )
    for paper, stands, section in (*own, *others):
        if paper.line not in seen:
            seen.add(paper.line)
            yield _stored(paper, stands, section)


def _stands(
    form: ApplicationType, answers: Mapping[str, Any], paper: PaperOnFile, on: date, since: Sequence[Sent]
) -> tuple[Standing, str]:
    """How a paper of another matter stands, and the section whose answers it hangs on.

    ``since`` begins with what the paper came with; what was sent before that follows.
    """
    keeps = MATRIX[paper.document_class].keeps
    section = keeps.section if keeps and form.is_whole else ANYWHERE
    if section and _has_changed(section, answers, since):
        return NO_LONGER, ANYWHERE
    return standing(paper.document_class, paper.received_on, on), section


def _stored(paper: PaperOnFile, stands: Standing, section: str) -> Stored:
    return {
        "class": paper.document_class.value,
        "about": paper.person_id,
        "item": paper.item_id,
        "section": section,
        "received_on": paper.received_on.isoformat(),
        "counts": stands.counts,
        "until": stands.until.isoformat() if stands.until else None,
    }


def _has_changed(section: str, answers: Mapping[str, Any], sent: Iterable[Sent]) -> bool:
    """Whether the answers have become others since the paper came in; ``sent`` begins with what it came with."""
    told: Mapping[str, Any] = next((each.answers[section] for each in sent if each.answers.get(section)), {})
    return contradicts(told, answers.get(section) or {})
