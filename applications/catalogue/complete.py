"""Invented people say what is special about them; to all else that they are asked they say no."""

from collections.abc import Mapping
from typing import Any

from applications.catalogue.kinds import Several, YesNo
from applications.catalogue.progress import is_visited
from applications.catalogue.question import Question
from applications.catalogue.structure import ApplicationType, Page
from applications.catalogue.values import Stored, values_at, with_values
from applications.catalogue.walk import StepInstance, walk


def complete(form: ApplicationType, stored: Mapping[str, Any]) -> Stored:
    """The answers as if every page that applies had been saved. For demo and tests: nobody real may be answered for.

    What the answers lack becomes "no", "none of these", or stays open; what they hold, null as well, is never changed.
    One page at a time, since its answers decide which pages follow.
    """
    answers = dict(stored)
    while page := next((page for page in walk(form, answers) if _is_unsaved(page, answers)), None):
        said = values_at(answers, page.place)
        lacking = {q.key: _no(q, page) for q in page.questions if q.key not in said}
        answers = with_values(answers, page.place, lacking)
    return answers


def _is_unsaved(page: StepInstance, answers: Stored) -> bool:
    return page.page is Page.FORM and not is_visited(page, answers)


def _no(question: Question, page: StepInstance) -> bool | list[str] | None:
    """The answer "no" where it is a needed one; None for what can only be said in words, numbers or dates."""
    if not question.is_needed(page.own):
        return None
    if isinstance(question, Several):
        return []
    return False if isinstance(question, YesNo) else None
