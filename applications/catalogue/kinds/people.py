"""Somebody who was named in the answers."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _text

from applications.catalogue.question import People, Question
from applications.catalogue.structure import Subject
from applications.claim.answers import Answers

Among = Callable[[Answers], Iterable[Subject]]


class ReferenceField(forms.MultipleChoiceField):
    """One or several persons. Who can be chosen is known per draft only: `offer` is called with the people."""

    def __init__(self, *, many: bool, among: Among | None) -> None:
        super().__init__(widget=forms.CheckboxSelectMultiple if many else forms.RadioSelect)
        self.many = many
        self.among = among

    def offer(self, people: People, answers: Answers) -> None:
        """Set whom the field offers: those of the people who can be meant."""
        meant = people if self.among is None else {subject.id for subject in self.among(answers)}
        self.choices = [(person, name) for person, name in people.items() if person in meant]

    def to_python(self, value: Any) -> list[str]:
        """A list in both cases: a radio button sends one value."""
        return super().to_python([value] if isinstance(value, str) and value else value or [])


class PersonReference(Question, frozen=True, eq=False):
    """The id of a person in the answers; with `many` a list of ids. A removed person is shown as such.

    `among(answers)` narrows down who can be meant; without it that is everybody.
    """

    many: bool = False
    among: Among | None = None
    export_type: ClassVar[str] = "array"

    def field(self) -> forms.Field:
        """Radio buttons, or check boxes with `many`."""
        return ReferenceField(many=self.many, among=self.among)

    def store(self, cleaned: Any) -> Any:
        """A list of ids; None when a single person was not chosen."""
        return list(cleaned) if cleaned or self.many else None

    def read(self, stored: Any) -> Any:
        """A tuple of ids, or the one id."""
        return tuple(stored) if self.many else stored[0]

    def initial(self, stored: Any) -> Any:
        """The ids, or the one id."""
        return stored if self.many else stored[0]

    def show(self, stored: Any, people: People) -> str:
        """The names, one per line."""
        return "\n".join(self._names(stored, people)) or _text("Niemand davon")

    def _names(self, stored: Any, people: People) -> Iterable[str]:
        return (people.get(person, _text("(nicht mehr eingetragene Person)")) for person in stored)
