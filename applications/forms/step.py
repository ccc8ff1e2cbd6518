"""Forms of the wizard, made from questions: one class per step, made once."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from typing import Any

from django import forms

from applications.catalogue.kinds.people import ReferenceField
from applications.catalogue.question import People, is_answered
from applications.catalogue.structure import Collection, Step
from applications.catalogue.walk import Walk, find
from applications.claim.answers import Answers
from portal.ui.forms import KernForm


class StepForm(KernForm):
    """Base of the forms of all steps. Nothing is required; what has a wrong format is an error."""

    step: Step

    def __init__(self, *args: Any, people: People | None = None, answers: Answers | None = None, **kwargs: Any) -> None:
        """`people` are those whom the `answers` name; without them a field that refers to people offers nobody."""
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, ReferenceField):
                field.offer(people or {}, answers or Answers({}, {}))

    def answers(self) -> dict[str, Any]:
        """The JSON values of all questions, null where nothing was answered. Call it on a valid form."""
        return {question.key: question.store(self.cleaned_data[question.key]) for question in self.step.questions}


class _SharedFields(dict[str, forms.Field]):
    """The fields of a step. Django gives each form a copy of its own; only one that offers people needs it.

    No other is changed after its form class was made, so all forms of a process have them in common.
    """

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, forms.Field]:
        return {
            name: deepcopy(field, memo) if isinstance(field, ReferenceField) else field for name, field in self.items()
        }


@cache
def form_class(step: Step | Collection) -> type[StepForm]:
    """The form of a step, the same class every time; a list has a form without fields."""
    if isinstance(step, Collection):
        return StepForm
    fields = {question.key: question.form_field() for question in step.questions}
    made: type[StepForm] = type("FormOfStep", (StepForm,), {"step": step, "__module__": __name__, **fields})
    made.base_fields = _SharedFields(made.base_fields)
    return made


class FormsByAddress(Mapping[str, type[StepForm]]):
    """The form of every page of a walk by its address; asks the walk for no more pages than somebody asks this for."""

    def __init__(self, walked: Walk) -> None:
        """Take the pages."""
        self._walked = walked

    def __getitem__(self, address: str) -> type[StepForm]:
        page = find(self._walked, address)
        if page is None:
            raise KeyError(address)
        return form_class(page.step)

    def __iter__(self) -> Iterator[str]:
        return (page.slug for page in self._walked)

    def __len__(self) -> int:
        return sum(1 for _page in self._walked)


def initial_values(step: Step | Collection, values: Mapping[str, Any]) -> dict[str, Any]:
    """What the fields show again for stored values."""
    questions = () if isinstance(step, Collection) else step.questions
    return {
        question.key: question.initial(values[question.key])
        for question in questions
        if is_answered(values.get(question.key))
    }
