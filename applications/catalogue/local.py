"""What only one jobcenter asks: its questions, the page they stand on, and the answers for the claim."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from applications.catalogue.kinds import Amount, Choice, Date, LongText, Text, YesNo
from applications.catalogue.question import Question, is_answered
from applications.catalogue.structure import Page, Step
from applications.catalogue.values import values_at
from applications.catalogue.walk import StepInstance
from applications.claim.model import LocalAnswer
from applications.enums import LocalQuestionKind

SLUG = "oertlich"  # begins the address of every page of local questions
_KINDS: dict[LocalQuestionKind, type[Question]] = {
    LocalQuestionKind.TEXT: Text,
    LocalQuestionKind.LONG_TEXT: LongText,
    LocalQuestionKind.DATE: Date,
    LocalQuestionKind.AMOUNT: Amount,
    LocalQuestionKind.YES_NO: YesNo,
    LocalQuestionKind.CHOICE: Choice,
}


def local_question(
    kind: LocalQuestionKind, key: str, label: str, *, hint: str, why: str, required: bool, options: Iterable[str] = ()
) -> Question:
    """A question as the jobcenter has written it. `required` counts for completeness only; `options` for a choice.

    Its answer is not carried into other forms: in another version the same key may ask something else.
    """
    settings: dict[str, Any] = {"why": why, "required": required, "carried": False, "is_local": True}
    if hint or kind is not LocalQuestionKind.DATE:  # a date brings an example along
        settings["help"] = hint
    if kind is LocalQuestionKind.CHOICE:
        settings["options"] = _closed_list(options)
    return _KINDS[kind](key, label, **settings)


def local_page(section: str, questions: tuple[Question, ...]) -> Step:
    """The page at the end of a section."""
    return Step(
        f"{SLUG}-{section}",
        _("Zusätzliche Fragen Ihres Jobcenters"),
        questions,
        intro=_("Diese Fragen stellt Ihr Jobcenter zusätzlich. Sie können sie offen lassen."),
    )


def local_answers(walked: Iterable[StepInstance], stored: Mapping[str, Any]) -> Iterator[LocalAnswer]:
    """Every answered question of the jobcenter, for the claim."""
    for instance in walked:
        if instance.page is not Page.FORM:
            continue
        for question in instance.questions:
            answer = values_at(stored, instance.place).get(question.key) if question.is_local else None
            if is_answered(answer):
                yield LocalAnswer(
                    section=instance.place.section,
                    key=question.key,
                    question=str(question.label),
                    value=str(answer).lower() if isinstance(answer, bool) else str(answer),
                )


def _closed_list(options: Iterable[str]) -> type[TextChoices]:
    """An enumeration of what can be chosen; the words are the values, since nobody but the jobcenter knows them."""
    members = [(f"OPTION_{number}", (words, words)) for number, words in enumerate(options)]
    return cast("type[TextChoices]", TextChoices("LocalOptions", members))  # type: ignore[call-overload] # functional API
