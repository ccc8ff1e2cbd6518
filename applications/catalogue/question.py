"""What every question has. The kinds of questions stand in `kinds/`, each mapped once to field, JSON, words and export."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, NamedTuple, cast

from django import forms
from django.utils.functional import Promise
from msgspec import Struct

from applications.claim.answers import Part
from applications.enums import DocumentClass

Words = str | Promise
People = Mapping[str, str]  # id of a person in the answers -> name, applicant first


class Official(NamedTuple):
    """Where a paper form asks the same: form, field and edition. Field numbers change, our keys never do."""

    form: str
    field: str
    edition: str = "04/2026"


class _Asked(Struct, frozen=True, eq=False):
    key: str
    label: Words


class Question(_Asked, frozen=True, eq=False, kw_only=True):
    """One question. `key` never changes its meaning.

    `required` counts for completeness only; nothing unanswered blocks saving or sending (§ 20(3) SGB X).
    `needed_if(own)` narrows that to answers of the same step or item; `needed_when` says so in words. `proof` names the
    papers that prove the answer, `proof_if_there` those that help where somebody has them. `where` says where the answer
    can be read off. `sensitive` marks health, violence and the like. `for_staff_only` gives the reason why no builder
    reads the answer. `carried`: the next form of the same kind of section begins with this answer. `is_local`: only this
    jobcenter asks it, so that its answer stands in `Claim.local_answers`.
    """

    help: Words = ""
    example: Words = ""
    where: Words = ""
    why: Words = ""
    basis: str = ""
    official: Official | None = None
    required: bool = True
    needed_if: Callable[[Part], object] | None = None
    needed_when: Words = ""
    proof: tuple[DocumentClass, ...] = ()
    proof_if_there: tuple[DocumentClass, ...] = ()
    sensitive: bool = False
    for_staff_only: str = ""
    carried: bool = True
    is_local: bool = False

    export_type: ClassVar[str]  # JSON type of the stored value: string, boolean, integer, array

    @abstractmethod
    def field(self) -> forms.Field:
        """A new Django field with its KERN widget; label, help and "why" are added by `form_field`."""

    @abstractmethod
    def store(self, cleaned: Any) -> Any:
        """The JSON value for a cleaned value; None when nothing was answered."""

    @abstractmethod
    def read(self, stored: Any) -> Any:
        """The Python value for a stored one: date, Decimal, bool, enum member, tuple, text."""

    @abstractmethod
    def show(self, stored: Any, people: People) -> str:
        """The answer in plain German, as review page and receipt print it."""

    def initial(self, stored: Any) -> Any:
        """What the form field shows again for a stored value."""
        return self.read(stored)

    def is_needed(self, own: Part) -> bool:
        """Whether a missing answer counts as missing."""
        return bool(self.needed_if(own)) if self.needed_if is not None else self.required

    def form_field(self) -> forms.Field:
        """The field, never required, with label, hint and the reason for asking."""
        made = self.field()
        made.required = False
        made.label = cast("str", self.label)
        hints = self.hints()
        made.help_text = cast("str", hints[0] if hints else "")
        vars(made).update(  # read by portal.ui
            more_hints=hints[1:],
            why=self.why,
            basis=self.basis,
            is_optional=not self.required and self.needed_if is None,
        )
        return made

    def hints(self) -> tuple[Words, ...]:
        """What helps to answer, one sentence or two each: what is meant, an example, where it can be read off."""
        return tuple(words for words in (self.help, self.example, self.where) if words)


def is_answered(stored: Any) -> bool:
    """Whether a stored value is an answer: "nothing of that" (an empty list) is one, null and "" are none."""
    return stored is not None and stored != ""
