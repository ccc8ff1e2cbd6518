"""The papers that the questions of a form name, for forms whose papers do not follow from the claim as a whole."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from applications.catalogue.question import Question
from applications.catalogue.structure import Page
from applications.catalogue.values import values_at
from applications.catalogue.walk import StepInstance
from applications.claim.model import AskedPaper

_NOTHING: tuple[Any, ...] = (None, "", False, [])


def asked_papers(walked: Iterable[StepInstance], stored: Mapping[str, Any]) -> tuple[AskedPaper, ...]:
    """One for every paper of every question that was answered with something but "no" and "nothing of that"."""
    return tuple(
        paper
        for instance in walked
        if instance.page is Page.FORM
        for question in instance.questions
        if values_at(stored, instance.place).get(question.key) not in _NOTHING
        for paper in _of(question, instance)
    )


def _of(question: Question, instance: StepInstance) -> Iterator[AskedPaper]:
    person = instance.subject.id if instance.subject else None
    for kinds, required in ((question.proof, True), (question.proof_if_there, False)):
        for kind in kinds:
            yield AskedPaper(
                document_class=kind,
                person_id=person,
                item_id=instance.place.item or None if person is None or instance.name else None,
                question=str(question.label),
                legal_basis=question.basis,
                required=required,
            )
