"""The papers of earlier applications that a new draft begins with: nobody is asked twice (§ 65(1) no. 3 SGB I)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from applications.catalogue.applicable import ANYWHERE
from applications.catalogue.structure import ApplicationType
from applications.catalogue.values import Stored, contradicts
from applications.claim.matrix import MATRIX
from applications.claim.on_file import Standing, standing
from applications.selectors.sent_before import Sent


def papers_on_file(
    form: ApplicationType, answers: Mapping[str, Any], *, sent: Sequence[Sent], on: date, corrects: UUID | None = None
) -> Stored:
    """``on_file``, the newest of each paper with how it stands, and ``begun_with``, the answers that it hangs on.

    ``answers`` are those the draft begins with, ``sent`` the newest first. What came with the application that this
    one ``corrects`` counts as it is.
    """
    papers = list(_papers(form, answers, sent, on, corrects))
    held = {"on_file": papers} if papers else {}
    sections = {paper["section"] for paper in papers} & answers.keys()
    if form.confirms or not sections:  # who renews says section by section what still holds
        return held
    return {**held, "begun_with": {section: answers[section] for section in sorted(sections)}}


def _papers(
    form: ApplicationType, answers: Mapping[str, Any], sent: Sequence[Sent], on: date, corrects: UUID | None
) -> Iterator[Stored]:
    """Every paper of which there is a file. A promise is none."""
    seen: set[tuple[str, str | None, str | None]] = set()
    for number, each in enumerate(sent):
        for entry in each.evidence:
            kind = entry.document_class
            line = (kind.value, entry.person_id, entry.item_id)
            if not entry.documents or line in seen:
                continue
            seen.add(line)
            keeps = MATRIX[kind].keeps
            section = keeps.section if keeps and form.is_whole else ANYWHERE
            stands = standing(kind, each.received_on, on)
            if corrects in each.belongs_to:
                stands, section = Standing(counts=True, until=None), ANYWHERE
            elif section and _has_changed(section, answers, sent[number:]):
                stands, section = Standing(counts=False, until=None), ANYWHERE
            yield {
                "class": kind.value,
                "about": entry.person_id,
                "item": entry.item_id,
                "section": section,
                "received_on": each.received_on.isoformat(),
                "counts": stands.counts,
                "until": stands.until.isoformat() if stands.until else None,
            }


def _has_changed(section: str, answers: Mapping[str, Any], sent: Iterable[Sent]) -> bool:
    """Whether the answers have become others since the paper came in; ``sent`` begins with what it came with."""
    told: Mapping[str, Any] = next((each.answers[section] for each in sent if each.answers.get(section)), {})
    return contradicts(told, answers.get(section) or {})
